package dev.capy.core.capx.company;

import dev.capy.core.kernel.error.Invalid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What companies and agents are made of where nothing is said. Which agents a template has is not documented by the vendor. */
final class Templates {

    private static final String STRATEGIST = "strategist";
    private static final String SUPPORT = "support";
    private static final String MARKETER = "marketer";
    private static final String SONNET = "claude-sonnet-4";

    private static final Map<String, List<String>> ROLES = new TreeMap<>(Map.of(
            "default",
            List.of(STRATEGIST),
            "research",
            List.of(STRATEGIST, "researcher"),
            "content",
            List.of(STRATEGIST, MARKETER, "designer"),
            SUPPORT,
            List.of(STRATEGIST, SUPPORT),
            "saas-agency",
            List.of(STRATEGIST, "engineer", MARKETER)));

    private Templates() {}

    /** The agents that are named, or else those of a template. */
    static List<NewAgent> agents(String template, List<NewAgent> named) {
        List<String> roles = ROLES.get(template);
        if (roles == null) {
            throw Invalid.at(
                    "$.template", "must be one of " + String.join(", ", ROLES.keySet()) + "; was '" + template + "'");
        }
        return named.isEmpty() ? roles.stream().map(NewAgent::of).toList() : named;
    }

    /** The model that an agent calls where nothing is said (source: guide on agents); null for adapters without one. */
    static @Nullable String model(NewAgent agent) {
        if (agent.model() != null || agent.adapter() != Adapter.CLAUDE) {
            return agent.model();
        }
        return agent.role().equals(SUPPORT) ? "claude-haiku-4" : SONNET;
    }
}
