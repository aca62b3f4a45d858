package dev.capy.core.capx.company;

import java.util.Locale;

/** How a company is (source: spec). */
public enum CompanyStatus {
    /** Some of its first agents are not ready yet. */
    PROVISIONING,
    RUNNING,
    PAUSED,
    /** It was destroyed. */
    STOPPED;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
