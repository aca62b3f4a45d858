package dev.capy.core.shell.builtin;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into the fields that {@code read} hands out. */
final class LineFields {

    private LineFields() {}

    /** At most {@code count} fields; the last takes what is left, without blanks around it. */
    static List<String> split(String line, String separators, int count) {
        List<String> fields = new ArrayList<>();
        int at = skipBlanks(line, 0, separators);
        while (fields.size() < count - 1 && at < line.length()) {
            int end = at;
            while (end < line.length() && separators.indexOf(line.charAt(end)) < 0) {
                end++;
            }
            fields.add(line.substring(at, end));
            at = skipBlanks(line, end, separators);
            if (at < line.length() && at == end && separators.indexOf(line.charAt(at)) >= 0) {
                at = skipBlanks(line, at + 1, separators);
            }
        }
        fields.add(withoutBlanksAtEnd(line.substring(at), separators));
        return fields;
    }

    private static int skipBlanks(String line, int from, String separators) {
        int at = from;
        while (at < line.length() && isBlank(line.charAt(at), separators)) {
            at++;
        }
        return at;
    }

    private static String withoutBlanksAtEnd(String text, String separators) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1), separators)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isBlank(char c, String separators) {
        return Character.isWhitespace(c) && separators.indexOf(c) >= 0;
    }
}
