package dev.capy.core.usage;

import java.util.Locale;

/** Which kind of agent a run was of. */
public enum AgentType {
    BUILD,
    CAPTAIN,
    REVIEW;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
