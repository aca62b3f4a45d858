package dev.capy.core.setup;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of what hooks print an agent gets to read.
 *
 * @param maxOutputLength in characters, above 0; null where nobody has said
 * @param truncateStrategy what is kept of more; null where nobody has said
 */
public record HookContext(
        @Nullable Long maxOutputLength, @Nullable TruncateStrategy truncateStrategy) {

    /** Nobody has said anything. */
    public static final HookContext DEFAULT = new HookContext(null, null);

    private static final long DEFAULT_LENGTH = 2000;

    /** In characters; 2000 where nobody has said. */
    public long limit() {
        return Objects.requireNonNullElse(maxOutputLength, DEFAULT_LENGTH);
    }

    /** A text as an agent gets to read it: of a longer one what is kept, and how much was left out. */
    public String shorten(String text) {
        int most = (int) Math.min(limit(), Integer.MAX_VALUE);
        if (text.length() <= most) {
            return text;
        }
        int head = switch (strategy()) {
            case HEAD -> most;
            case TAIL -> 0;
            case MIDDLE -> most - most / 2;
        };
        return text.substring(0, head)
                + "[... " + (text.length() - most) + " characters left out ...]"
                + text.substring(text.length() - (most - head));
    }

    /** What is kept of more; the tail where nobody has said. */
    public TruncateStrategy strategy() {
        return Objects.requireNonNullElse(truncateStrategy, TruncateStrategy.TAIL);
    }
}
