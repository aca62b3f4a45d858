package dev.capy.core.script;

import java.util.Locale;

/** The kinds of agents. */
public enum AgentType {
    CAPTAIN,
    BUILD,
    REVIEW,
    /** An agent of a Capx company. */
    COMPANY;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
