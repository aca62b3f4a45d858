package dev.capy.core.kernel;

import java.util.Objects;

/**
 * A text that brings a request to its owner and opens it, such as the token of a webhook. It comes from a secure source,
 * not from the world's seed, so that nobody can guess it; therefore it differs between worlds that are otherwise equal,
 * and is no part of digests and dumps. Immutable and thread-safe; equal when the texts are.
 */
public final class RoutingSecret implements Canonical {

    private static final String HIDDEN = "***";

    private final String text;

    private RoutingSecret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    public static RoutingSecret of(String text) {
        return new RoutingSecret(text);
    }

    /** The text itself: whoever has it may do what it opens. */
    public String reveal() {
        return text;
    }

    /** The same for all of them. */
    @Override
    public Object canonicalForm() {
        return HIDDEN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutingSecret that && text.equals(that.text);
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
