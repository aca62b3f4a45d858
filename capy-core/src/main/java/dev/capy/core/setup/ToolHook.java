package dev.capy.core.setup;

import dev.capy.core.script.AgentType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What runs around one tool.
 *
 * @param commands shell scripts, in order
 * @param agents whose tool it must be; null for all agents'
 */
public record ToolHook(List<String> commands, @Nullable List<AgentType> agents) {

    public ToolHook {
        commands = List.copyOf(commands);
        agents = agents == null ? null : List.copyOf(agents);
    }

    /** Commands around the tool of every agent. */
    public static ToolHook of(List<String> commands) {
        return new ToolHook(commands, null);
    }

    /** Whether it runs around the tool of this agent. */
    public boolean appliesTo(AgentType agent) {
        return agents == null || agents.contains(agent);
    }

    /** This hook with the commands of another one after its own. */
    ToolHook followedBy(ToolHook other) {
        return new ToolHook(
                Stream.concat(commands.stream(), other.commands.stream()).toList(), agents);
    }
}
