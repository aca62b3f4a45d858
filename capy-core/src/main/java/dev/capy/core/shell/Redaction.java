package dev.capy.core.shell;

import java.util.BitSet;

/** A text of which parts are to be hidden; parts that touch or overlap become one. Not thread-safe. */
final class Redaction {

    /** What is shorter is not hidden. */
    static final int SHORTEST = 4;

    private static final String HIDDEN = "***";

    private final String text;
    private final BitSet hidden = new BitSet();

    Redaction(String text) {
        this.text = text;
    }

    /** Hides {@code part} wherever it is. */
    void hide(String part) {
        if (part.length() < SHORTEST) {
            return;
        }
        int found = text.indexOf(part);
        while (found >= 0) {
            hidden.set(found, found + part.length());
            found = text.indexOf(part, found + part.length());
        }
    }

    /** What is left to be seen. */
    String text() {
        StringBuilder seen = new StringBuilder();
        int shownTo = 0;
        int next = hidden.nextSetBit(0);
        while (next >= 0) {
            seen.append(text, shownTo, next).append(HIDDEN);
            shownTo = hidden.nextClearBit(next);
            next = hidden.nextSetBit(shownTo);
        }
        return shownTo == 0 ? text : seen.append(text, shownTo, text.length()).toString();
    }
}
