package dev.capy.core.setup;

import java.util.Locale;

/** The agents whose tools hooks can surround. */
public enum AgentType {
    CAPTAIN,
    BUILD,
    REVIEW;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
