package dev.capy.core.capx.activity;

import java.util.Locale;

/** The kinds of activity (source: spec). */
public enum ActivityType {
    /** An agent woke up. */
    HEARTBEAT,
    /** Something became of a task. */
    TASK,
    /** Something became of a playbook or of a run of it. */
    PLAYBOOK,
    /** An agent or the platform failed. */
    ERROR,
    /** Somebody set limits, asked for approval or decided. */
    GOVERNANCE,
    /** Credits were spent. */
    COST;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
