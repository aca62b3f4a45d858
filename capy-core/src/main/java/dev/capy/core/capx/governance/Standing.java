package dev.capy.core.capx.governance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How things stand when something is about to be done.
 *
 * @param killed what the kill switch has stopped, for example {@code the company co_demo}; null when it has not
 * @param mode whether a person approves tasks first
 * @param governance the limits of the company
 * @param agentTools the only tools that the agent may use; empty for any
 * @param caps what may still be spent, each counted by somebody else
 */
public record Standing(
        @Nullable String killed, GovernanceMode mode, Governance governance, List<String> agentTools, List<Cap> caps) {

    /**
     * A limit of what may be spent.
     *
     * @param owner who stops when it is reached
     * @param name what it is called, for example {@code the monthly spend cap of the company}
     * @param limit how many credits
     * @param used how many of them are gone
     */
    public record Cap(Owner owner, String name, BigDecimal limit, long used) {

        boolean isExceededBy(long cost) {
            return cost > 0 && BigDecimal.valueOf(used + cost).compareTo(limit) > 0;
        }
    }

    /** Who stops when a cap is reached. */
    public enum Owner {
        AGENT,
        COMPANY
    }

    public Standing {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(governance, "governance");
        agentTools = List.copyOf(agentTools);
        caps = List.copyOf(caps);
    }
}
