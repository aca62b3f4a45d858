package dev.capy.core.automation.trigger;

import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.error.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a request to the automation's own URL.
 *
 * @param versioned whether it says that it is of version 2; the older form has no conditions
 * @param conditions what must hold for the request's body; null for nothing
 * @param runWhen a condition in plain words, which is taken to hold; null for none
 * @param secret what requests are signed with; null for the automation's
 */
public record IncomingWebhook(
        boolean versioned,
        @Nullable Conditions conditions,
        @Nullable String runWhen,
        @Nullable Secret secret) implements TriggerConfig {

    /** Any request. */
    public static final IncomingWebhook ANY = new IncomingWebhook(false, null, null, null);

    public IncomingWebhook withSecret(@Nullable Secret other) {
        return new IncomingWebhook(versioned, conditions, runWhen, other);
    }

    /** Whether a request with this body counts. */
    public boolean admits(String body) {
        return conditions == null || conditions.matchText(body);
    }

    @Override
    public String type() {
        return "incoming_webhook";
    }

    @Override
    public LegacyType legacyType() {
        return LegacyType.INCOMING_WEBHOOK;
    }

    @Override
    public List<Violation> violations(String path) {
        return conditions == null ? List.of() : conditions.violations(path + ".config.conditions");
    }
}
