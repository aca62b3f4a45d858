package dev.capy.core.kernel.codec;

import dev.capy.core.kernel.error.Invalid;

/**
 * Turns values of one type into plain data and back. Immutable and thread-safe.
 *
 * @param <T> the type
 */
public interface Codec<T> {

    /** The value made of maps with text keys, lists, text, numbers and truth values. */
    Object encode(T value, Writing writing);

    /** Appends the canonical JSON of what {@link #encode} makes of a value. */
    default void write(T value, Writing writing, StringBuilder out) {
        CanonicalJson.write(encode(value, writing), out);
    }

    /**
     * The value that was encoded.
     *
     * @param place where it stands in the document
     * @throws Invalid when it is none, saying where and what would be one
     */
    T decode(Object plain, Reading reading, Place place);
}
