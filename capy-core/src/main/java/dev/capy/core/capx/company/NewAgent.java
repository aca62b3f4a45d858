package dev.capy.core.capx.company;

import dev.capy.core.kernel.error.Invalid;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An agent that is to join a company.
 *
 * @param role what it is called by in its company, which has no other of this role
 * @param adapter what it runs on
 * @param model which model it calls; null for its role's usual one
 * @param instructions what it is told before anything else; null for nothing
 * @param budget how many credits it may spend in a calendar month; null for any number
 * @param config how it works
 */
public record NewAgent(
        String role,
        Adapter adapter,
        @Nullable String model,
        @Nullable String instructions,
        @Nullable BigDecimal budget,
        AgentConfig config) {

    private static final Pattern ROLE = Pattern.compile("(?!ag_)[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** @throws Invalid when the role cannot be one, or the budget is negative */
    public NewAgent {
        Objects.requireNonNull(adapter, "adapter");
        Objects.requireNonNull(config, "config");
        if (!ROLE.matcher(role).matches()) {
            throw Invalid.at(
                    "$.role",
                    "must be up to 64 letters, digits, - and _, and must not begin with ag_, was '" + role + "'");
        }
        requireNotNegative(budget);
    }

    static void requireNotNegative(@Nullable BigDecimal budget) {
        if (budget != null && budget.signum() < 0) {
            throw Invalid.at("$.budget", "must be 0 or more credits, was " + budget);
        }
    }

    /** One that runs on Claude, with the usual model, no budget and the usual configuration. */
    public static NewAgent of(String role) {
        return new NewAgent(role, Adapter.CLAUDE, null, null, null, AgentConfig.DEFAULT);
    }

    public NewAgent budget(long credits) {
        return new NewAgent(role, adapter, model, instructions, BigDecimal.valueOf(credits), config);
    }

    public NewAgent config(AgentConfig other) {
        return new NewAgent(role, adapter, model, instructions, budget, other);
    }
}
