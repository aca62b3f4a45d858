package dev.capy.core.source;

import java.util.Locale;

/** How a check came out. */
public enum Conclusion {
    SUCCESS,
    FAILURE,
    NEUTRAL,
    CANCELLED,
    SKIPPED,
    TIMED_OUT,
    ACTION_REQUIRED;

    /** GitHub's word for it, for example {@code timed_out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is in nobody's way: success, neutral and skipped are not. */
    public boolean isGood() {
        return this == SUCCESS || this == NEUTRAL || this == SKIPPED;
    }
}
