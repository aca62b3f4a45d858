package dev.capy.core.capx.governance;

import dev.capy.core.kernel.error.Invalid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a company.
 *
 * @param spendCap how many credits it may spend in a calendar month; null for any number. That it is monthly is not
 *     documented by the vendor
 * @param approvalRequired the names of actions that a person approves first; {@code *} for every task
 * @param killSwitch whether there is a kill switch to trip
 * @param autoApproveBelow what costs so many credits or more needs approval, and no task that costs less; null when cost
 *     does not matter
 * @param policy which tools may be used, and how freely
 */
public record Governance(
        @Nullable BigDecimal spendCap,
        List<String> approvalRequired,
        boolean killSwitch,
        @Nullable BigDecimal autoApproveBelow,
        ExecutionPolicy policy) {

    /** No limits. */
    public static final Governance NONE = new Governance(null, List.of(), false, null, ExecutionPolicy.AUTO);

    /** @throws Invalid when a limit is negative */
    public Governance {
        approvalRequired = List.copyOf(approvalRequired);
        Objects.requireNonNull(policy, "policy");
        requireNotNegative("spend_cap", spendCap);
        requireNotNegative("auto_approve_below", autoApproveBelow);
    }

    private static void requireNotNegative(String name, @Nullable BigDecimal limit) {
        if (limit != null && limit.signum() < 0) {
            throw Invalid.at("$.governance." + name, "must be 0 or more, was " + limit);
        }
    }

    public Governance spendCap(@Nullable BigDecimal credits) {
        return new Governance(credits, approvalRequired, killSwitch, autoApproveBelow, policy);
    }

    public Governance spendCap(long credits) {
        return spendCap(BigDecimal.valueOf(credits));
    }

    public Governance approvalRequired(String... actions) {
        return new Governance(spendCap, List.of(actions), killSwitch, autoApproveBelow, policy);
    }

    public Governance killSwitch(boolean available) {
        return new Governance(spendCap, approvalRequired, available, autoApproveBelow, policy);
    }

    public Governance autoApproveBelow(@Nullable BigDecimal credits) {
        return new Governance(spendCap, approvalRequired, killSwitch, credits, policy);
    }

    public Governance policy(ExecutionPolicy other) {
        return new Governance(spendCap, approvalRequired, killSwitch, autoApproveBelow, other);
    }
}
