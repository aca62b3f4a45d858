package dev.capy.core.provisioning;

import java.time.Duration;

/**
 * How long the steps take; each is jittered by 20 %. Booting is the hypervisor's, and commands take their own time.
 *
 * @param ensureServer until the server inside a machine answers
 * @param setEnvVars writing the variables
 * @param cloneRepo cloning one repository
 * @param checkoutRepo bringing an existing checkout up to date
 * @param initRepo initializing one repository, its hooks not counted
 */
public record ProvisioningLatencies(
        Duration ensureServer, Duration setEnvVars, Duration cloneRepo, Duration checkoutRepo, Duration initRepo) {

    /** 4 s, 1 s, 6 s, 2 s, 3 s. */
    public static final ProvisioningLatencies DEFAULT = new ProvisioningLatencies(
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3));
}
