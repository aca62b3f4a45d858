package dev.capy.core.snapshot;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where the build of a snapshot is. */
public enum BuildState {
    /** Waits for the project's other builds. */
    QUEUED,
    /** Makes a fresh machine ready. */
    PROVISIONING,
    /** Reads that machine's disk. */
    CAPTURING,
    /** Tries whether a machine that was restored from it works. */
    CHECKING,
    /** Is over: runs start from what it made. */
    PROMOTED,
    /** Is over: it was a test, and all went well. */
    SUCCEEDED,
    /** Is over: something went wrong. */
    FAILED,
    /** Is over: nobody wants its result any more. */
    CANCELLED;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing follows. */
    public boolean isOver() {
        return next().isEmpty();
    }

    /** Whether a machine works for it. */
    public boolean isUnderWay() {
        return this == PROVISIONING || this == CAPTURING || this == CHECKING;
    }

    /** What may follow. */
    Set<BuildState> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(PROVISIONING, CANCELLED);
            case PROVISIONING -> EnumSet.of(CAPTURING, FAILED, CANCELLED);
            case CAPTURING -> EnumSet.of(CHECKING, FAILED, CANCELLED);
            case CHECKING -> EnumSet.of(PROMOTED, SUCCEEDED, FAILED, CANCELLED);
            case PROMOTED, SUCCEEDED, FAILED, CANCELLED -> EnumSet.noneOf(BuildState.class);
        };
    }
}
