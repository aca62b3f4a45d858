package dev.capy.core.provisioning;

import dev.capy.core.kernel.Event;

/**
 * A virtual machine is ready, or never will be.
 *
 * @param provisioningId which attempt
 * @param vmId which machine; whoever asked for it still owns it
 * @param ready whether it is ready
 */
public record ProvisioningEnded(String provisioningId, String vmId, boolean ready) implements Event {}
