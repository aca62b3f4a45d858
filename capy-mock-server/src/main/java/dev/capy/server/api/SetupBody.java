package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.script.AgentType;
import dev.capy.core.setup.HookContext;
import dev.capy.core.setup.NamedCommand;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.setup.Setup;
import dev.capy.core.setup.ToolHook;
import dev.capy.core.setup.ToolHooks;
import dev.capy.core.setup.TruncateStrategy;
import dev.capy.core.vm.VmSize;
import dev.capy.server.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The body of a Setup's update: the whole Setup, but that a size or hooks it does not name stay. */
final class SetupBody {

    private SetupBody() {}

    static UnaryOperator<Setup> change(JsonNode body) {
        return before -> {
            Setup after = before.withRepositories(Wire.elements(body.get("repositories"))
                    .map(SetupBody::repository)
                    .toList());
            if (body.has("vmSize")) {
                after = after.withVmSize(VmSize.valueOf(constant(body.get("vmSize"))));
            }
            return body.has("hooks") ? after.withHooks(hooks(body.get("hooks"))) : after;
        };
    }

    private static RepositorySetup repository(JsonNode body) {
        SortedMap<Phase, String> scripts = new TreeMap<>();
        SortedMap<Phase, Duration> timeouts = new TreeMap<>();
        for (Phase phase : Phase.values()) {
            JsonNode script = body.get("scripts").get(phase.word());
            if (script.isTextual()) {
                scripts.put(phase, script.textValue());
            }
            JsonNode timeout = body.path("timeouts").path(phase.word());
            if (timeout.isNumber()) {
                timeouts.put(phase, Duration.ofSeconds(timeout.longValue()));
            }
        }
        List<NamedCommand> commands = Wire.elements(body.get("commands"))
                .map(command -> new NamedCommand(
                        command.get("name").textValue(), command.get("command").textValue()))
                .toList();
        return new RepositorySetup(
                body.get("repository").textValue(), body.get("branch").textValue(), scripts, timeouts, commands);
    }

    private static ToolHooks hooks(JsonNode body) {
        JsonNode context = body.path("context");
        return new ToolHooks(
                byTool(body.path("pre")),
                byTool(body.path("post")),
                new HookContext(
                        context.has("maxOutputLength")
                                ? (Long) context.get("maxOutputLength").longValue()
                                : null,
                        context.has("truncateStrategy")
                                ? TruncateStrategy.valueOf(constant(context.get("truncateStrategy")))
                                : null));
    }

    private static SortedMap<String, ToolHook> byTool(JsonNode tools) {
        SortedMap<String, ToolHook> hooks = new TreeMap<>();
        for (Map.Entry<String, JsonNode> tool : tools.properties()) {
            hooks.put(tool.getKey(), hook(tool.getValue()));
        }
        return hooks;
    }

    private static ToolHook hook(JsonNode body) {
        if (body.isArray()) {
            return ToolHook.of(texts(body));
        }
        List<AgentType> agents = body.has("agents")
                ? Wire.elements(body.get("agents"))
                        .map(agent -> AgentType.valueOf(constant(agent)))
                        .toList()
                : null;
        return new ToolHook(Wire.texts(body, "commands"), agents);
    }

    private static List<String> texts(JsonNode list) {
        return Wire.elements(list).map(JsonNode::textValue).toList();
    }

    /** The constant of the domain that a word of the API stands for. */
    private static String constant(JsonNode word) {
        return word.textValue().toUpperCase(Locale.ROOT);
    }
}
