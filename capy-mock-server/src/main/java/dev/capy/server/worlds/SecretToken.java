package dev.capy.server.worlds;

import java.security.SecureRandom;
import java.util.Base64;

/** Bearer tokens that nobody can guess: 192 bits from a secure source. Thread-safe. */
final class SecretToken {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretToken() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "capy_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
