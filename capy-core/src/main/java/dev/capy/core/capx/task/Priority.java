package dev.capy.core.capx.task;

import java.util.Locale;

/** How urgent a task is, from the least to the most (source: spec). */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
