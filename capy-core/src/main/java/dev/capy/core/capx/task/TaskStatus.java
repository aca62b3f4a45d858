package dev.capy.core.capx.task;

import java.util.Locale;

/** What became of a task (source: spec). */
public enum TaskStatus {
    PENDING,
    PENDING_APPROVAL,
    IN_PROGRESS,
    COMPLETED,
    REJECTED,
    FAILED;

    /** Whether nothing more becomes of it. */
    public boolean isFinal() {
        return this == COMPLETED || this == REJECTED || this == FAILED;
    }

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
