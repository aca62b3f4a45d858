package dev.capy.core.kernel.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plain data as JSON whose bytes depend on nothing but the data: keys in order, no white space. */
public final class CanonicalJson {

    private static final HexFormat HEX = HexFormat.of();

    private final Appendable out;

    private CanonicalJson(Appendable out) {
        this.out = out;
    }

    /** The text. */
    public static String text(@Nullable Object plain) {
        StringBuilder text = new StringBuilder();
        write(plain, text);
        return text.toString();
    }

    /** Writes the text piece by piece. */
    public static void write(@Nullable Object plain, Appendable out) {
        try {
            new CanonicalJson(out).write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends an object or a list, each member of which was written with a comma behind it. */
    static void close(char bracket, StringBuilder out) {
        int last = out.length() - 1;
        if (out.charAt(last) == ',') {
            out.setCharAt(last, bracket);
        } else {
            out.append(bracket);
        }
    }

    /** The SHA-256 of the text in UTF-8, in lower-case hex. */
    static String sha256(Object plain) {
        try {
            byte[] bytes = text(plain).getBytes(StandardCharsets.UTF_8);
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void write(@Nullable Object plain) throws IOException {
        if (plain instanceof String text) {
            quote(text);
        } else if (plain instanceof Map<?, ?> map) {
            writeMap(sorted(map));
        } else if (plain instanceof List<?> list) {
            writeList(list);
        } else if (plain == null || plain instanceof Number || plain instanceof Boolean) {
            out.append(String.valueOf(plain));
        } else {
            throw new IllegalArgumentException(plain.getClass().getName() + " is no plain data");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> texts = (Map<String, @Nullable Object>) map;
        return map.size() < 2 || map instanceof SortedMap ? texts : new TreeMap<>(texts);
    }

    private void writeMap(Map<String, @Nullable Object> map) throws IOException {
        char separator = '{';
        for (Map.Entry<String, @Nullable Object> entry : map.entrySet()) {
            out.append(separator);
            quote(entry.getKey());
            out.append(':');
            write(entry.getValue());
            separator = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private void writeList(List<?> list) throws IOException {
        char separator = '[';
        for (Object element : list) {
            out.append(separator);
            write(element);
            separator = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private void quote(String text) throws IOException {
        out.append('"');
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                out.append(text, plainFrom, i);
                escape(c);
                plainFrom = i + 1;
            }
        }
        if (plainFrom == 0) {
            out.append(text); // a whole text is copied at once, a piece of one character by character
        } else {
            out.append(text, plainFrom, text.length());
        }
        out.append('"');
    }

    private void escape(char c) throws IOException {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else {
            out.append("\\u").append(HEX.toHexDigits(c));
        }
    }
}
