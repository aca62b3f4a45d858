package dev.capy.server.contract;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that a mistyped one was meant to be. */
final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /** The name that differs by the fewest edits, and by no more than a third of its letters. */
    static Optional<String> to(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String name : known) {
            int edits = edits(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (edits < fewest && edits * 3 <= Math.max(3, name.length())) {
                best = name;
                fewest = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters have to be put in, taken out or replaced. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
