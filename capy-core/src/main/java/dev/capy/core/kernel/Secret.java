package dev.capy.core.kernel;

import dev.capy.core.kernel.internal.CanonicalForm;
import java.util.Map;
import java.util.Objects;

/**
 * A text that must never show: not in an answer, an error, a log, a dump. Whoever needs it says so with {@link #reveal}.
 * Immutable and thread-safe; equal when the texts are.
 */
public final class Secret implements Canonical {

    private static final String HIDDEN = "***";

    private final String text;

    private Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /** The text itself. */
    public String reveal() {
        return text;
    }

    /** {@code output} with every place where the secret shows blotted out; a secret too short to tell is left. */
    public String redact(String output) {
        return text.length() < 4 ? output : output.replace(text, HIDDEN);
    }

    /** A hash of the text: tells secrets apart and does not give them away. */
    @Override
    public Object canonicalForm() {
        return Map.of("secret", CanonicalForm.sha256(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
