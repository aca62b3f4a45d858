package dev.capy.core;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Texts that nobody can guess: 192 bits from a secure source, fit for a URL. Thread-safe. */
final class SecureTokens implements Supplier<String> {

    private static final int BYTES = 24;

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        Source.RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Loaded when the first one is asked for: to make it takes longer than to make a world. */
    private static final class Source {
        private static final SecureRandom RANDOM = new SecureRandom();
    }
}
