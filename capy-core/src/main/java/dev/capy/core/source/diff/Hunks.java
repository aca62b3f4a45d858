package dev.capy.core.source.diff;

import java.util.List;

/** The hunks of a unified diff: edits with three lines of context, those that touch in one hunk. */
final class Hunks {

    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\n\\ No newline at end of file\n";

    private final List<String> old;
    private final List<String> now;
    private final StringBuilder text = new StringBuilder();

    private Hunks(List<String> old, List<String> now) {
        this.old = old;
        this.now = now;
    }

    static String of(List<String> old, List<String> now, List<Edit> edits) {
        Hunks hunks = new Hunks(old, now);
        int first = 0;
        for (int i = 1; i <= edits.size(); i++) {
            if (i == edits.size() || edits.get(i).oldStart() - edits.get(i - 1).oldEnd() > 2 * CONTEXT) {
                hunks.append(edits.subList(first, i));
                first = i;
            }
        }
        return hunks.text.toString();
    }

    private void append(List<Edit> edits) {
        Edit first = edits.get(0);
        Edit last = edits.get(edits.size() - 1);
        int before = Math.min(CONTEXT, first.oldStart());
        int after = Math.min(CONTEXT, old.size() - last.oldEnd());
        text.append("@@ -")
                .append(range(first.oldStart() - before, last.oldEnd() + after))
                .append(" +")
                .append(range(first.newStart() - before, last.newEnd() + after))
                .append(" @@\n");
        int at = first.oldStart() - before;
        for (Edit edit : edits) {
            append(' ', old.subList(at, edit.oldStart()));
            append('-', old.subList(edit.oldStart(), edit.oldEnd()));
            append('+', now.subList(edit.newStart(), edit.newEnd()));
            at = edit.oldEnd();
        }
        append(' ', old.subList(at, at + after));
    }

    private void append(char sign, List<String> lines) {
        for (String line : lines) {
            text.append(sign);
            if (line.endsWith("\n")) {
                text.append(line);
            } else {
                text.append(line).append(NO_NEWLINE);
            }
        }
    }

    /** First line and count, counted from 1; a count of 1 goes unsaid, and no lines start after the line before them. */
    private static String range(int start, int end) {
        int count = end - start;
        int first = count == 0 ? start : start + 1;
        return count == 1 ? String.valueOf(first) : first + "," + count;
    }
}
