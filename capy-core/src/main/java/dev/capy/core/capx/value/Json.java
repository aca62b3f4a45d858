package dev.capy.core.capx.value;

import dev.capy.core.kernel.JsonText;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value, kept as it was given. Immutable and thread-safe.
 *
 * @param text the JSON text
 */
public record Json(String text) {

    /** An object without members. */
    public static final Json EMPTY = new Json("{}");

    public Json {
        Objects.requireNonNull(text, "text");
    }

    /** The value made of maps with text keys, lists, text, numbers, truth values and null. */
    public static Json of(@Nullable Object plain) {
        return new Json(JsonText.write(plain));
    }

    /** What it says, made of the same as in {@link #of}. */
    public @Nullable Object plain() {
        return new JsonText().parse(text);
    }

    /** The value as text to be put into other text: strings without quotes. */
    public String asText() {
        return plain() instanceof String string ? string : text;
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return plain() instanceof Map;
    }
}
