package dev.capy.core.capx.task;

import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.Agents;
import dev.capy.core.capx.company.Company;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who does a task: the agent that is named, or one whose role the task mentions, or the one that has the fewest tasks. How
 * agents are chosen by role is not documented by the vendor.
 */
final class Assignment {

    private final Agents agents;
    private final TaskRecords records;

    Assignment(Agents agents, TaskRecords records) {
        this.agents = agents;
        this.records = records;
    }

    Agent agentFor(View view, Company company, NewTask wanted) {
        if (wanted.agent() != null) {
            return agents.visible(view, company, wanted.agent());
        }
        List<Agent> all = agents.ofCompany(view, company.id()).oldestFirst().toList();
        List<Agent> mentioned =
                all.stream().filter(agent -> isMentioned(agent, wanted)).toList();
        return (mentioned.isEmpty() ? all : mentioned)
                .stream()
                        .min(Comparator.comparingInt(
                                agent -> records.open(view, agent.id()).size()))
                        .orElseThrow(() -> new Conflict("The company has no agents: add one first"));
    }

    private static boolean isMentioned(Agent agent, NewTask wanted) {
        return isMentioned(agent, wanted.title()) || isMentioned(agent, wanted.description());
    }

    private static boolean isMentioned(Agent agent, @Nullable String text) {
        return text != null
                && text.toLowerCase(Locale.ROOT).contains(agent.role().toLowerCase(Locale.ROOT));
    }
}
