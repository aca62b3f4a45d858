package dev.capy.core.kernel.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes text as it comes. */
final class DigestSink implements CanonicalForm.Sink {

    private static final int FLUSH_AT = 8192;

    private final MessageDigest digest;
    private final StringBuilder pending = new StringBuilder(FLUSH_AT);

    DigestSink() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void accept(CharSequence text) {
        pending.append(text);
        if (pending.length() >= FLUSH_AT) {
            flush();
        }
    }

    private void flush() {
        digest.update(pending.toString().getBytes(StandardCharsets.UTF_8));
        pending.setLength(0);
    }

    byte[] digest() {
        flush();
        return digest.digest();
    }
}
