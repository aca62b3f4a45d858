package dev.capy.core.script;

import java.util.Locale;

/** Where a thread, or a task that no thread delegated, was asked for. */
public enum Origin {
    WEB,
    SLACK,
    API,
    LINEAR,
    AUTOMATION,
    GITHUB;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
