package dev.capy.core.usage;

import dev.capy.core.script.AgentType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What usage is asked for.
 *
 * @param organizationId whose
 * @param from from when, included
 * @param to until when, excluded
 * @param isPaid whether what is paid for counts; nothing here is routed otherwise
 * @param userId whose runs alone; empty for everybody's
 * @param projectIds which projects' runs alone; empty for all
 * @param agentType which agent's runs alone; empty for all
 * @param order how runs are sorted
 * @param descending whether the greatest comes first
 */
public record UsageQuery(
        String organizationId,
        Instant from,
        Instant to,
        boolean isPaid,
        Optional<String> userId,
        Set<String> projectIds,
        Optional<AgentType> agentType,
        Order order,
        boolean descending) {

    /** How runs are sorted. */
    public enum Order {
        LAST_ACTIVITY,
        COST,
        NAME,
        DIFF,
        OWNER
    }

    public UsageQuery {
        Objects.requireNonNull(organizationId, "organizationId");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(order, "order");
        projectIds = Set.copyOf(projectIds);
    }
}
