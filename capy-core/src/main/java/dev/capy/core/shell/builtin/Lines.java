package dev.capy.core.shell.builtin;

import java.util.ArrayList;
import java.util.List;

/** Cuts texts into lines. */
final class Lines {

    private Lines() {}

    /** The lines with their newlines; the last one may lack it. */
    static List<String> withEnds(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }

    /** A line without its newline. */
    static String withoutEnd(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
