package dev.capy.core.automation;

import java.util.Locale;

/** Who does the work of a run. */
public enum AgentType {
    /** A Build agent, on a task of its own. */
    BUILD,
    /** A Captain, in a thread. */
    CAPTAIN;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
