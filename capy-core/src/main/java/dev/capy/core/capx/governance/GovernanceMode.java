package dev.capy.core.capx.governance;

import java.util.Locale;

/** Whether agents begin tasks by themselves. */
public enum GovernanceMode {
    /** They do. */
    AUTONOMOUS,
    /** A person approves every task first (source: spec). */
    HUMAN_IN_LOOP;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
