package dev.capy.core.automation.trigger;

import dev.capy.core.kernel.error.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for events of a provider.
 *
 * @param provider which one
 * @param version how the API writes it: 1 with several kinds of events and filters, 2 with one kind and conditions
 * @param events the kinds of events, at least one; exactly one in version 2
 * @param conditions what must hold besides; null for nothing
 * @param runWhen a condition in plain words, which is taken to hold; null for none
 */
public record ProviderEvents(
        Provider provider,
        int version,
        List<EventPattern> events,
        @Nullable Conditions conditions,
        @Nullable String runWhen)
        implements TriggerConfig {

    public ProviderEvents {
        Objects.requireNonNull(provider, "provider");
        events = List.copyOf(events);
        if (events.isEmpty() || version == 2 && events.size() > 1) {
            throw new IllegalArgumentException("version " + version + " cannot have " + events.size() + " events");
        }
    }

    /** One kind of event, whatever else holds. */
    public static ProviderEvents of(Provider provider, String event) {
        return new ProviderEvents(provider, 2, List.of(new EventPattern(event, null)), null, null);
    }

    /** Whether it waits for what happened. */
    public boolean matches(ExternalEvent happened) {
        return provider == happened.provider()
                && events.stream().anyMatch(event -> event.matches(happened))
                && (conditions == null || conditions.match(happened));
    }

    /** Whether the older API can say it: events of GitHub, and of filters branches alone. */
    public boolean isLegacy() {
        return provider == Provider.GITHUB
                && version == 1
                && (conditions == null
                        || conditions.lists().keySet().stream().allMatch(name -> name.equals("branches")));
    }

    @Override
    public String type() {
        return provider.word();
    }

    @Override
    public LegacyType legacyType() {
        return provider == Provider.GITHUB ? LegacyType.WEBHOOK : LegacyType.INTEGRATION;
    }

    @Override
    public List<Violation> violations(String path) {
        return conditions == null ? List.of() : conditions.violations(path + ".config.conditions");
    }
}
