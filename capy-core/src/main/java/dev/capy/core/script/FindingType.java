package dev.capy.core.script;

import java.util.Locale;

/** Kinds of things that a review finds. The list is this project's own: the platform publishes none. */
public enum FindingType {
    BUG,
    SECURITY,
    PERFORMANCE,
    LOGIC,
    STYLE;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
