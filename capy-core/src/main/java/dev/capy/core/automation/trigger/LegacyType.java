package dev.capy.core.automation.trigger;

import java.util.Locale;

/** How the older API sorts automations: by the one trigger that it knows of. */
public enum LegacyType {
    SCHEDULE,
    /** Events of GitHub. */
    WEBHOOK,
    INCOMING_WEBHOOK,
    ON_DEMAND,
    /** Events of anything else: to be read, never to be asked for. */
    INTEGRATION;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
