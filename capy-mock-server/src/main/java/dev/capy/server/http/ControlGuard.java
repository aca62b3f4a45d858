package dev.capy.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use the control plane: callers on this machine that name it by a name it knows and are no page of another
 * origin; or, where an admin token is set, whoever has it. Immutable and thread-safe.
 *
 * @param allowedHosts names besides the loopback ones that a {@code Host} header may carry, in lower case
 * @param adminToken what must be sent as a bearer token instead; empty for none
 */
public record ControlGuard(Set<String> allowedHosts, Optional<String> adminToken) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public ControlGuard {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** @throws HttpError when the caller may not use it */
    void check(Incoming incoming) {
        if (incoming.header("Origin") != null) {
            throw HttpError.forbidden("The control plane does not answer web pages");
        }
        if (adminToken.isPresent()) {
            requireToken(BearerToken.of(Optional.ofNullable(incoming.header("Authorization"))), adminToken.get());
        } else {
            requireLoopback(Objects.requireNonNullElse(incoming.header("Host"), ""), incoming.caller());
        }
    }

    private static void requireToken(Optional<String> sent, String expected) {
        String given =
                sent.orElseThrow(() -> HttpError.unauthorized("Send the header Authorization: Bearer <admin token>"));
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
            throw HttpError.unauthorized("The admin token is not valid");
        }
    }

    private void requireLoopback(String header, String caller) {
        String host = header.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
        if (!LOOPBACK.contains(host) && !allowedHosts.contains(host)) {
            throw HttpError.forbidden("The control plane does not know the host '" + host + "'; see --allow-host");
        }
        if (!isLoopback(caller) && !allowedHosts.contains(host)) {
            throw HttpError.forbidden("The control plane answers this machine alone; see --admin-token-file");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
