package dev.capy.core.thread;

import java.util.Locale;

/** Where a thread was started. */
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
