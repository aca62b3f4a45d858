package dev.capy.core.automation;

import java.util.Locale;

/** What became of an automation when it was triggered. */
public enum RunStatus {
    RUNNING,
    /** It was not to run, and nothing happened. */
    SKIPPED,
    /** It was to run, and could not. */
    FAILED;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
