package dev.capy.core.automation.trigger;

import dev.capy.core.kernel.error.Violation;
import java.util.List;

/** What a trigger waits for. */
public sealed interface TriggerConfig permits Schedule, ProviderEvents, IncomingWebhook, OnDemand {

    /** The API's word for its kind. */
    String type();

    /** The older API's word for its kind. */
    LegacyType legacyType();

    /**
     * What is wrong with it beyond its shape.
     *
     * @param path where it stands
     */
    List<Violation> violations(String path);
}
