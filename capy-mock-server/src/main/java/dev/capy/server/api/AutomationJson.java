package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.automation.AgentPlan;
import dev.capy.core.automation.Automation;
import dev.capy.core.automation.AutomationConfig;
import dev.capy.core.automation.McpOverrides;
import dev.capy.core.automation.trigger.Schedule;
import dev.capy.core.automation.trigger.TriggerSet;
import dev.capy.core.kernel.RoutingSecret;
import dev.capy.server.http.WebhookHandler;
import dev.capy.server.wire.Wire;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Automations on the wire: all their triggers, and the older view of the first one. */
final class AutomationJson {

    private AutomationJson() {}

    static ObjectNode automation(Automation automation) {
        AutomationConfig config = automation.config();
        ObjectNode wire = Wire.object()
                .put("id", automation.id())
                .put("projectId", automation.projectId())
                .put("createdByUserId", automation.createdByUserId())
                .put("name", config.name())
                .put("description", config.description())
                .put("enabled", config.enabled())
                .put("prompt", config.prompt())
                .put("visibilityScope", config.visibility().word());
        putTriggers(wire, automation.triggerSet());
        putPlan(wire, config.plan());
        return wire.put("webhookUrl", url(automation.openToken()))
                .put("runCount", automation.runs().count())
                .put("lastTriggeredAt", Wire.timeOrNull(automation.runs().lastAt()))
                .put("createdAt", Wire.time(automation.createdAt()))
                .put("updatedAt", Wire.time(automation.updatedAt()))
                .put("configRevision", automation.configRevision());
    }

    private static void putTriggers(ObjectNode wire, TriggerSet set) {
        wire.put("triggerType", set.legacyType().word());
        wire.set("webhookConfig", orNull(set.webhook().map(TriggerJson::config).orElse(null)));
        wire.set(
                "integrationTriggerConfig",
                orNull(set.integration().map(TriggerJson::config).orElse(null)));
        wire.put("cron", set.schedule().map(Schedule::cron).orElse(null))
                .put("timezone", set.timezone())
                .put("hasWebhookSecret", set.hasSecret());
        wire.set("triggers", Wire.array(set.triggers().stream(), TriggerJson::trigger));
    }

    private static void putPlan(ObjectNode wire, AgentPlan plan) {
        wire.put("agentType", plan.type().word())
                .put("model", plan.model())
                .put("buildModel", plan.buildModel())
                .put("baseBranch", plan.baseBranch());
        wire.set("repoBranches", orNull(branches(plan.repoBranches())));
        wire.set("mcpOverrides", orNull(overrides(plan.mcpOverrides())));
    }

    private static @Nullable ObjectNode branches(@Nullable SortedMap<String, String> branches) {
        if (branches == null) {
            return null;
        }
        ObjectNode wire = Wire.object();
        branches.forEach(wire::put);
        return wire;
    }

    private static @Nullable ObjectNode overrides(@Nullable McpOverrides overrides) {
        if (overrides == null) {
            return null;
        }
        ObjectNode wire = Wire.object();
        if (overrides.enabledServerKeys() != null) {
            wire.set("enabledServerKeys", Wire.texts(overrides.enabledServerKeys()));
        }
        if (overrides.disabledServerKeys() != null) {
            wire.set("disabledServerKeys", Wire.texts(overrides.disabledServerKeys()));
        }
        return wire;
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? JsonNodeFactory.instance.nullNode() : node;
    }

    private static @Nullable String url(@Nullable RoutingSecret token) {
        return token == null ? null : WebhookHandler.ROOT + "/" + token.reveal();
    }
}
