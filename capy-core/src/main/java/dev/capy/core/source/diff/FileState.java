package dev.capy.core.source.diff;

import java.util.Locale;

/** What happened to a file between two trees. */
public enum FileState {
    /** There was no file at the path. */
    ADDED,
    /** Other bytes, another executable bit, or both, at the same path. */
    MODIFIED,
    /** There is no file at the path any more. */
    DELETED,
    /** At least half of a file that is gone is now at another path. */
    RENAMED;

    /** The word for it in lower case: {@code added}, {@code modified}, {@code deleted}, {@code renamed}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
