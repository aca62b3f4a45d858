package dev.capy.core.capx.company;

import dev.capy.core.kernel.error.Invalid;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agent works.
 *
 * @param heartbeatInterval how many seconds lie between its heartbeats
 * @param budgetLimitDaily how many dollars it may spend in a day of its company's time zone; null for any number
 * @param tools the only tools that it may use; empty for any
 */
public record AgentConfig(int heartbeatInterval, @Nullable BigDecimal budgetLimitDaily, List<String> tools) {

    /** What is usual (source: spec). */
    public static final AgentConfig DEFAULT = new AgentConfig(300, null, List.of());

    /** @throws Invalid when a number is out of range */
    public AgentConfig {
        tools = List.copyOf(tools);
        if (heartbeatInterval < 1) {
            throw Invalid.at("$.config.heartbeat_interval", "must be 1 second or more, was " + heartbeatInterval);
        }
        if (budgetLimitDaily != null && budgetLimitDaily.signum() < 0) {
            throw Invalid.at("$.config.budget_limit_daily", "must be 0 or more dollars, was " + budgetLimitDaily);
        }
    }

    public AgentConfig heartbeatInterval(int seconds) {
        return new AgentConfig(seconds, budgetLimitDaily, tools);
    }

    public AgentConfig budgetLimitDaily(@Nullable BigDecimal dollars) {
        return new AgentConfig(heartbeatInterval, dollars, tools);
    }

    public AgentConfig tools(List<String> others) {
        return new AgentConfig(heartbeatInterval, budgetLimitDaily, others);
    }

    /** What lies between two heartbeats. */
    public Duration interval() {
        return Duration.ofSeconds(heartbeatInterval);
    }
}
