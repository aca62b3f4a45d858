package dev.capy.core.capx.company;

import java.util.Locale;

/** How an agent is (source: spec). */
public enum AgentStatus {
    INITIALIZING,
    ACTIVE,
    PAUSED,
    ERRORED;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
