package dev.capy.core.automation;

import java.util.Locale;

/** Who sees an automation. */
public enum Visibility {
    /** Whoever sees the project. */
    PROJECT,
    /** Its creator alone. */
    CREATOR;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
