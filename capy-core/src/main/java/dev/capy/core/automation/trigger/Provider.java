package dev.capy.core.automation.trigger;

import java.util.Locale;

/** Where events come from. */
public enum Provider {
    GITHUB,
    SLACK,
    SENTRY,
    LINEAR;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
