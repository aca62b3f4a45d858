package dev.capy.core.files;

import dev.capy.core.kernel.Canonical;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bytes of a file. Immutable and thread-safe; equal when the bytes are. */
public final class Content implements Canonical {

    /** No bytes at all. */
    public static final Content EMPTY = new Content(new byte[0]);

    private static final int BINARY_PROBE = 8000;

    private final byte[] bytes;
    private int hash;
    private @Nullable String gitId;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The UTF-8 form of {@code text}. */
    public static Content of(String text) {
        return text.isEmpty() ? EMPTY : new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of {@code bytes}. */
    public static Content of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Content(bytes.clone());
    }

    /** A fresh copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Length in bytes. */
    public int size() {
        return bytes.length;
    }

    /** The bytes read as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether git would call it binary: a NUL among the first 8000 bytes, or no UTF-8. */
    public boolean isBinary() {
        for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return !isUtf8();
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** These bytes followed by {@code more}. */
    public Content append(Content more) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, joined, bytes.length, more.bytes.length);
        return new Content(joined);
    }

    /**
     * The id that git gives to these bytes, which is no part of what they are.
     *
     * @param hash works it out when it is asked for the first time
     */
    public String gitId(Function<? super Content, String> hash) {
        String known = gitId;
        if (known == null) {
            known = hash.apply(this);
            gitId = known;
        }
        return known;
    }

    /** The text, or the bytes in Base64 where they are none. */
    @Override
    public Object canonicalForm() {
        return isBinary() ? Map.of("base64", Base64.getEncoder().encodeToString(bytes)) : text();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Content that && Arrays.equals(bytes, that.bytes));
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(bytes);
        }
        return hash;
    }

    @Override
    public String toString() {
        return size() + " bytes";
    }
}
