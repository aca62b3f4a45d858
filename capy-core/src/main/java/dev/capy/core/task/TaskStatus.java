package dev.capy.core.task;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a task is. */
public enum TaskStatus {
    BACKLOG,
    QUEUED,
    IN_PROGRESS,
    NEEDS_REVIEW,
    COMPLETED,
    ERROR,
    ARCHIVED;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a run of it is under way or waits for a machine. */
    public boolean isUnderWay() {
        return this == QUEUED || this == IN_PROGRESS;
    }

    Set<TaskStatus> next() {
        return switch (this) {
            case BACKLOG -> EnumSet.of(QUEUED, ARCHIVED);
            case QUEUED -> EnumSet.of(IN_PROGRESS, BACKLOG, NEEDS_REVIEW, COMPLETED, ERROR);
            case IN_PROGRESS -> EnumSet.of(NEEDS_REVIEW, BACKLOG, COMPLETED, ERROR);
            case NEEDS_REVIEW -> EnumSet.of(QUEUED, COMPLETED, ARCHIVED);
            case ERROR -> EnumSet.of(QUEUED, COMPLETED, ARCHIVED);
            case COMPLETED -> EnumSet.of(ARCHIVED);
            case ARCHIVED -> EnumSet.noneOf(TaskStatus.class);
        };
    }
}
