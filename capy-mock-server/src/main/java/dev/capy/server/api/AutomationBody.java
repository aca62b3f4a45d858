package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.automation.AgentPlan;
import dev.capy.core.automation.AgentType;
import dev.capy.core.automation.AutomationConfig;
import dev.capy.core.automation.McpOverrides;
import dev.capy.core.automation.Visibility;
import dev.capy.core.automation.trigger.LegacyTrigger;
import dev.capy.core.automation.trigger.LegacyType;
import dev.capy.core.kernel.Secret;
import dev.capy.server.wire.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a body asks of an automation: only what it names changes. */
final class AutomationBody {

    private final JsonNode body;

    private AutomationBody(JsonNode body) {
        this.body = body;
    }

    static UnaryOperator<AutomationConfig> change(JsonNode body) {
        AutomationBody reader = new AutomationBody(body);
        return before -> reader.triggers(reader.work(before));
    }

    private AutomationConfig work(AutomationConfig before) {
        AutomationConfig after = before.withPlan(plan(before.plan()));
        if (body.has("name")) {
            after = after.withName(body.get("name").textValue());
        }
        if (body.has("description")) {
            after = after.withDescription(Wire.text(body, "description"));
        }
        if (body.has("enabled")) {
            after = after.withEnabled(body.get("enabled").booleanValue());
        }
        if (body.has("prompt")) {
            after = after.withPrompt(body.get("prompt").textValue());
        }
        return body.has("visibilityScope")
                ? after.withVisibility(Visibility.valueOf(constant("visibilityScope")))
                : after;
    }

    private AgentPlan plan(AgentPlan before) {
        AgentPlan after = before;
        after = text(after, "model", AgentPlan::withModel);
        after = text(after, "buildModel", AgentPlan::withBuildModel);
        after = text(after, "baseBranch", AgentPlan::withBaseBranch);
        if (body.has("agentType")) {
            after = after.withType(AgentType.valueOf(constant("agentType")));
        }
        if (body.has("repoBranches")) {
            after = after.withRepoBranches(branches(body.get("repoBranches")));
        }
        return body.has("mcpOverrides") ? after.withMcpOverrides(overrides(body.get("mcpOverrides"))) : after;
    }

    private AgentPlan text(AgentPlan plan, String name, BiFunction<AgentPlan, @Nullable String, AgentPlan> with) {
        return body.has(name) ? with.apply(plan, Wire.text(body, name)) : plan;
    }

    private static @Nullable SortedMap<String, String> branches(JsonNode branches) {
        if (branches.isNull()) {
            return null;
        }
        SortedMap<String, String> read = new TreeMap<>();
        for (Map.Entry<String, JsonNode> branch : branches.properties()) {
            read.put(branch.getKey(), branch.getValue().textValue());
        }
        return read;
    }

    private static @Nullable McpOverrides overrides(JsonNode overrides) {
        return overrides.isNull()
                ? null
                : new McpOverrides(keys(overrides, "enabledServerKeys"), keys(overrides, "disabledServerKeys"));
    }

    private static @Nullable List<String> keys(JsonNode overrides, String name) {
        return overrides.has(name) ? Wire.texts(overrides, name) : null;
    }

    /** A list of triggers comes before what the older fields say. */
    private AutomationConfig triggers(AutomationConfig before) {
        AutomationConfig after =
                body.has("webhookSecret") ? before.withSecret(secret(Wire.text(body, "webhookSecret"))) : before;
        if (body.has("triggers")) {
            return after.withTriggers(TriggerReader.read(body.get("triggers"), after.triggerSet()));
        }
        boolean legacy =
                Stream.of("triggerType", "cron", "timezone", "webhookConfig").anyMatch(body::hasNonNull);
        return legacy ? after.with(legacyTrigger()) : after;
    }

    private LegacyTrigger legacyTrigger() {
        return new LegacyTrigger(
                body.has("triggerType") ? LegacyType.valueOf(constant("triggerType")) : null,
                Wire.text(body, "cron"),
                Wire.text(body, "timezone"),
                body.hasNonNull("webhookConfig") ? TriggerReader.webhookConfig(body.get("webhookConfig")) : null);
    }

    /** A secret; an empty text is none. */
    static @Nullable Secret secret(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Secret.of(text);
    }

    private String constant(String name) {
        return body.get(name).textValue().toUpperCase(Locale.ROOT);
    }
}
