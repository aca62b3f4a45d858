package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.automation.trigger.Conditions;
import dev.capy.core.automation.trigger.EventPattern;
import dev.capy.core.automation.trigger.IncomingWebhook;
import dev.capy.core.automation.trigger.OnDemand;
import dev.capy.core.automation.trigger.Provider;
import dev.capy.core.automation.trigger.ProviderEvents;
import dev.capy.core.automation.trigger.Schedule;
import dev.capy.core.automation.trigger.Trigger;
import dev.capy.core.automation.trigger.TriggerConfig;
import dev.capy.core.automation.trigger.TriggerSet;
import dev.capy.core.kernel.Secret;
import dev.capy.server.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the triggers that a body asks for. A webhook that says nothing of its secret keeps the one it has. */
final class TriggerReader {

    private final TriggerSet before;

    private TriggerReader(TriggerSet before) {
        this.before = before;
    }

    static List<Trigger> read(JsonNode triggers, TriggerSet before) {
        TriggerReader reader = new TriggerReader(before);
        List<Trigger> read = new ArrayList<>();
        triggers.forEach(trigger -> read.add(reader.trigger(trigger)));
        return read;
    }

    private Trigger trigger(JsonNode trigger) {
        JsonNode config = trigger.path("config");
        String type = trigger.get("type").textValue();
        return new Trigger(
                Wire.text(trigger, "id"),
                switch (type) {
                    case "schedule" -> schedule(trigger, config);
                    case "incoming_webhook" -> webhook(trigger, config);
                    case "on_demand" -> new OnDemand();
                    default -> events(Provider.valueOf(type.toUpperCase(Locale.ROOT)), config);
                });
    }

    private static TriggerConfig schedule(JsonNode trigger, JsonNode config) {
        return new Schedule(
                config.get("cron").textValue(),
                config.get("timezone").textValue(),
                config.has("version"),
                Wire.text(trigger, "scheduleId"));
    }

    private TriggerConfig webhook(JsonNode trigger, JsonNode config) {
        Secret secret = trigger.has("webhookSecret")
                ? AutomationBody.secret(Wire.text(trigger, "webhookSecret"))
                : secretOf(Wire.text(trigger, "id"));
        return new IncomingWebhook(
                config.has("version"), conditions(config.path("conditions")), Wire.text(config, "runWhen"), secret);
    }

    private @Nullable Secret secretOf(@Nullable String id) {
        return before.triggers().stream()
                .filter(trigger -> id == null || id.equals(trigger.id()))
                .map(Trigger::config)
                .filter(IncomingWebhook.class::isInstance)
                .findFirst()
                .map(config -> ((IncomingWebhook) config).secret())
                .orElse(null);
    }

    /** Events of GitHub as the older API says them. */
    static ProviderEvents webhookConfig(JsonNode config) {
        return events(Provider.GITHUB, config);
    }

    private static ProviderEvents events(Provider provider, JsonNode config) {
        if (config.has("version")) {
            return new ProviderEvents(
                    provider,
                    2,
                    List.of(new EventPattern(config.get("event").textValue(), null)),
                    conditions(config.path("conditions")),
                    Wire.text(config, "runWhen"));
        }
        List<EventPattern> patterns = new ArrayList<>();
        config.get("events").forEach(event -> patterns.add(pattern(event)));
        return new ProviderEvents(provider, 1, patterns, conditions(config.path("filters")), null);
    }

    private static EventPattern pattern(JsonNode event) {
        String name = event.has("event") ? "event" : "resource";
        return new EventPattern(
                event.get(name).textValue(), event.has("actions") ? Wire.texts(event, "actions") : null);
    }

    private static @Nullable Conditions conditions(JsonNode conditions) {
        if (!conditions.isObject()) {
            return null;
        }
        SortedMap<String, List<String>> lists = new TreeMap<>();
        conditions.properties().forEach(condition -> {
            if (condition.getValue().isArray()) {
                lists.put(condition.getKey(), Wire.texts(conditions, condition.getKey()));
            }
        });
        JsonNode bots = conditions.path("includeBots");
        JsonNode grouping = conditions.path("groupingWindowSeconds");
        return new Conditions(
                lists,
                bots.isBoolean() ? bots.booleanValue() : null,
                grouping.isNumber() ? grouping.intValue() : null,
                Wire.text(conditions, "regex"));
    }
}
