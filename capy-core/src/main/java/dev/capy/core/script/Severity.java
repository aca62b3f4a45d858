package dev.capy.core.script;

import java.util.Locale;

/** How bad it is what a review finds. Only {@code low} and {@code medium} are documented; the others are inferred. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
