package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.script.AgentType;
import dev.capy.core.setup.HookContext;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.ProjectSetup;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.setup.Setup;
import dev.capy.core.setup.ToolHook;
import dev.capy.core.setup.ToolHooks;
import dev.capy.core.warmpool.WarmPool;
import dev.capy.server.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Setup on the wire: what nobody has said is left out. */
final class SetupJson {

    private SetupJson() {}

    static ObjectNode of(ProjectSetup setup) {
        ObjectNode wire = Wire.object().put("source", setup.source().word());
        wire.set("legacyHooks", legacyHooks(setup.legacyHooks()));
        wire.set("setup", setup(setup.setup()));
        return wire;
    }

    /** The warm pool as edition 2026-06 tells of it beside a Setup: null unless it is on. */
    static JsonNode legacyWarmPool(Optional<WarmPool> pool) {
        return pool.map(WarmPool::config)
                .filter(config -> config.enabled())
                .map(config -> Optional.ofNullable(config.setupCommands()).orElse(List.of()))
                .<JsonNode>map(
                        commands -> Wire.object().put("enabled", true).put("hasSetupCommands", !commands.isEmpty()))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private static ObjectNode legacyHooks(ProjectSetup.Legacy hooks) {
        ObjectNode wire = Wire.object().put("status", hooks.status().word());
        wire.set("repositories", Wire.texts(hooks.repositories()));
        return wire.put("checkComplete", hooks.checkComplete());
    }

    private static ObjectNode setup(Setup setup) {
        ObjectNode wire = Wire.object();
        if (setup.vmSize() != null) {
            wire.put("vmSize", setup.vmSize().word());
        }
        wire.set("repositories", Wire.array(setup.repositories().stream(), SetupJson::repository));
        if (!setup.hooks().equals(ToolHooks.NONE)) {
            wire.set("hooks", hooks(setup.hooks()));
        }
        return wire;
    }

    private static ObjectNode repository(RepositorySetup repository) {
        ObjectNode wire =
                Wire.object().put("repository", repository.repository()).put("branch", repository.branch());
        ObjectNode scripts = wire.putObject("scripts");
        for (Phase phase : Phase.values()) {
            scripts.put(phase.word(), repository.scripts().get(phase));
        }
        if (!repository.timeouts().isEmpty()) {
            ObjectNode timeouts = wire.putObject("timeouts");
            repository.timeouts().forEach((phase, timeout) -> timeouts.put(phase.word(), timeout.toSeconds()));
        }
        wire.set(
                "commands",
                Wire.array(
                        repository.commands().stream(),
                        command -> Wire.object().put("name", command.name()).put("command", command.command())));
        return wire;
    }

    private static ObjectNode hooks(ToolHooks hooks) {
        ObjectNode wire = Wire.object();
        byTool(wire, "pre", hooks.pre());
        byTool(wire, "post", hooks.post());
        if (!hooks.context().equals(HookContext.DEFAULT)) {
            wire.set("context", context(hooks.context()));
        }
        return wire;
    }

    private static void byTool(ObjectNode hooks, String when, SortedMap<String, ToolHook> tools) {
        if (!tools.isEmpty()) {
            ObjectNode wire = hooks.putObject(when);
            tools.forEach((tool, hook) -> wire.set(tool, hook(hook)));
        }
    }

    private static JsonNode hook(ToolHook hook) {
        List<AgentType> agents = hook.agents();
        if (agents == null) {
            return Wire.texts(hook.commands());
        }
        ObjectNode wire = Wire.object();
        wire.set("commands", Wire.texts(hook.commands()));
        wire.set("agents", Wire.texts(agents.stream().map(AgentType::word).toList()));
        return wire;
    }

    private static ObjectNode context(HookContext context) {
        ObjectNode wire = Wire.object();
        if (context.maxOutputLength() != null) {
            wire.put("maxOutputLength", context.maxOutputLength());
        }
        if (context.truncateStrategy() != null) {
            wire.put("truncateStrategy", context.truncateStrategy().word());
        }
        return wire;
    }
}
