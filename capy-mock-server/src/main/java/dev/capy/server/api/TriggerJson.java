package dev.capy.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.automation.trigger.Conditions;
import dev.capy.core.automation.trigger.EventPattern;
import dev.capy.core.automation.trigger.IncomingWebhook;
import dev.capy.core.automation.trigger.Provider;
import dev.capy.core.automation.trigger.ProviderEvents;
import dev.capy.core.automation.trigger.Schedule;
import dev.capy.core.automation.trigger.Trigger;
import dev.capy.core.automation.trigger.TriggerConfig;
import dev.capy.server.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Triggers on the wire, as they were asked for; neither secrets nor tokens show. */
final class TriggerJson {

    private static final int VERSION = 2;
    private static final int USUAL_GROUPING_SECONDS = 10;

    private TriggerJson() {}

    static ObjectNode trigger(Trigger trigger) {
        TriggerConfig config = trigger.config();
        ObjectNode wire = Wire.object().put("id", trigger.requireId()).put("type", config.type());
        wire.set("config", config(config));
        if (config instanceof Schedule schedule && schedule.scheduleId() != null) {
            wire.put("scheduleId", schedule.scheduleId());
        }
        return wire;
    }

    static ObjectNode config(TriggerConfig config) {
        ObjectNode wire = Wire.object();
        if (config instanceof Schedule schedule) {
            putVersion(wire, schedule.versioned());
            wire.put("cron", schedule.cron()).put("timezone", schedule.timezone());
        } else if (config instanceof IncomingWebhook webhook && webhook.versioned()) {
            putVersion(wire, true);
            wire.put("provider", webhook.type()).put("event", "request");
            putConditions(wire, webhook.conditions(), webhook.runWhen(), false);
        } else if (config instanceof ProviderEvents events) {
            putEvents(wire, events);
        }
        return wire;
    }

    private static void putVersion(ObjectNode wire, boolean versioned) {
        if (versioned) {
            wire.put("version", VERSION);
        }
    }

    private static void putEvents(ObjectNode wire, ProviderEvents events) {
        if (events.version() == VERSION) {
            wire.put("version", VERSION)
                    .put("provider", events.provider().word())
                    .put("event", events.events().get(0).event());
            putConditions(wire, events.conditions(), events.runWhen(), events.provider() == Provider.SLACK);
            return;
        }
        boolean github = events.provider() == Provider.GITHUB;
        wire.put(github ? "source" : "provider", events.provider().word());
        wire.set(
                "events", Wire.array(events.events().stream(), event -> pattern(github ? "event" : "resource", event)));
        if (events.conditions() != null) {
            putLists(wire.putObject("filters"), events.conditions());
        }
    }

    private static ObjectNode pattern(String name, EventPattern event) {
        ObjectNode wire = Wire.object().put(name, event.event());
        if (event.actions() != null) {
            wire.set("actions", Wire.texts(event.actions()));
        }
        return wire;
    }

    private static void putConditions(
            ObjectNode wire, @Nullable Conditions conditions, @Nullable String runWhen, boolean grouped) {
        if (conditions != null) {
            ObjectNode inner = wire.putObject("conditions");
            putLists(inner, conditions);
            if (conditions.includeBots() != null) {
                inner.put("includeBots", conditions.includeBots());
            }
            if (grouped) {
                Integer seconds = conditions.groupingWindowSeconds();
                inner.put("groupingWindowSeconds", seconds == null ? USUAL_GROUPING_SECONDS : seconds);
            }
            if (conditions.regex() != null) {
                inner.put("regex", conditions.regex());
            }
        }
        if (runWhen != null) {
            wire.put("runWhen", runWhen);
        }
    }

    private static void putLists(ObjectNode wire, Conditions conditions) {
        conditions.lists().forEach((name, values) -> wire.set(name, Wire.texts(values)));
    }
}
