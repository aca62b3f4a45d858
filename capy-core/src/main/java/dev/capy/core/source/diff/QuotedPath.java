package dev.capy.core.source.diff;

import java.nio.charset.StandardCharsets;

/** A path as git writes it in a patch with {@code core.quotePath} on: in C quotes when a character is unusual. */
final class QuotedPath {

    private static final String ESCAPED = "\u0007\b\t\n\u000b\f\r\"\\";
    private static final String ESCAPES = "abtnvfr\"\\";

    private QuotedPath() {}

    static String of(String path) {
        StringBuilder quoted = new StringBuilder("\"");
        boolean unusual = false;
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            int escape = ESCAPED.indexOf(b);
            if (escape >= 0) {
                quoted.append('\\').append(ESCAPES.charAt(escape));
                unusual = true;
            } else if (b < ' ' || b == 0x7f) {
                quoted.append('\\').append(octal(b));
                unusual = true;
            } else {
                quoted.append((char) b);
            }
        }
        return unusual ? quoted.append('"').toString() : path;
    }

    private static String octal(byte b) {
        return Integer.toOctalString((b & 0xff) | 01000).substring(1);
    }
}
