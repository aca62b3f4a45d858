package dev.capy.core.setup;

import java.util.Locale;

/** What is kept of output that is too long. */
public enum TruncateStrategy {
    HEAD,
    TAIL,
    /** Both ends. */
    MIDDLE;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
