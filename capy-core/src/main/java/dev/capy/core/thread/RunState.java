package dev.capy.core.thread;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a thread's Captain is doing. */
public enum RunState {
    RUNNING,
    /** Waits for a machine. */
    QUEUED,
    /** Waits for something that goes on by itself. */
    WAITING,
    /** Waits for a person. */
    BLOCKED,
    /** Was told to stop and winds up. */
    STOPPING,
    /** Has done what it was asked for. */
    READY,
    ARCHIVED;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The coarse status that goes with it, in the API's word. */
    public String status() {
        return switch (this) {
            case RUNNING, QUEUED, STOPPING -> "active";
            case WAITING, BLOCKED, READY -> "idle";
            case ARCHIVED -> "archived";
        };
    }

    /** Whether its Captain's machine is needed. */
    boolean isActive() {
        return this == RUNNING || this == QUEUED;
    }

    Set<RunState> next() {
        return switch (this) {
            case RUNNING -> EnumSet.of(QUEUED, WAITING, BLOCKED, STOPPING, READY, ARCHIVED);
            case QUEUED -> EnumSet.of(RUNNING, STOPPING, READY, ARCHIVED);
            case WAITING, BLOCKED -> EnumSet.of(RUNNING, QUEUED, STOPPING, READY, ARCHIVED);
            case READY -> EnumSet.of(RUNNING, QUEUED, ARCHIVED);
            case STOPPING -> EnumSet.of(READY, ARCHIVED);
            case ARCHIVED -> EnumSet.of(READY);
        };
    }
}
