package dev.capy.core.source.diff;

import java.util.ArrayList;
import java.util.List;

/** A text as lines that keep their newline, so that a last line without one is another line than the same with one. */
public final class Lines {

    private Lines() {}

    /** Splits after each {@code \n} and nowhere else; no lines in an empty text. */
    public static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }
}
