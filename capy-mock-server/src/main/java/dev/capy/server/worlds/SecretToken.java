package dev.capy.server.worlds;

import java.security.SecureRandom;
import java.util.Base64;

/** Bearer tokens that nobody can guess: 192 bits or more from a secure source. Thread-safe. */
final class SecretToken {

    /** What the names of Capx keys begin with, and the keys too. */
    static final String CAPX = "capx_sk_";

    private static final int BYTES = 24;
    private static final int CAPX_LENGTH = 40;
    private static final String ALPHANUMERICS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretToken() {}

    /** One that stands for a token of this name, and is of its kind. */
    static String next(String name) {
        return name.startsWith(CAPX) ? nextKey(name) : nextToken();
    }

    private static String nextToken() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "capy_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What shows whether a key is live or a test key stays. */
    private static String nextKey(String name) {
        StringBuilder key = new StringBuilder(name.substring(0, name.indexOf('_', CAPX.length()) + 1));
        RANDOM.ints(CAPX_LENGTH, 0, ALPHANUMERICS.length()).forEach(index -> key.append(ALPHANUMERICS.charAt(index)));
        return key.toString();
    }
}
