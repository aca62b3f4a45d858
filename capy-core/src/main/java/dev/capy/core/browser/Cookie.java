package dev.capy.core.browser;

import dev.capy.core.kernel.Secret;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A cookie as Playwright keeps it.
 *
 * @param name what it is called
 * @param value what it says
 * @param domain whose it is; a leading dot takes subdomains in
 * @param path below which path it counts
 * @param expires when it ends, in seconds since 1970; -1 for the end of the browser's session
 * @param httpOnly whether scripts are kept from it
 * @param secure whether it travels encrypted alone
 * @param sameSite when it travels across sites
 */
public record Cookie(
        String name,
        Secret value,
        String domain,
        String path,
        BigDecimal expires,
        boolean httpOnly,
        boolean secure,
        SameSite sameSite) {

    public Cookie {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(sameSite, "sameSite");
    }
}
