package dev.capy.core.capx.governance;

import dev.capy.core.capx.governance.ExecutionPolicy.Mode;
import dev.capy.core.capx.governance.Standing.Cap;
import dev.capy.core.capx.governance.Standing.Owner;
import dev.capy.core.kernel.error.GovernanceBlocked;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one order in which rules are looked at, before anything is done and never after: kill switch, execution policy,
 * spend caps, approval (source: blog on trust by design). Stateless and thread-safe.
 */
public final class Governor {

    private static final String EVERYTHING = "*";

    private Governor() {}

    /** What becomes of {@code action} as things stand. */
    public static Verdict judge(Action action, Standing standing) {
        return killed(standing)
                .or(() -> forbidden(action, standing))
                .or(() -> tooExpensive(action, standing))
                .or(() -> toBeApproved(action, standing))
                .orElseGet(Verdict.Allowed::new);
    }

    /**
     * What becomes of {@code action} as things stand, if a rule does not forbid it.
     *
     * @throws GovernanceBlocked when one does, naming it
     */
    public static Verdict require(Action action, Standing standing) {
        Verdict verdict = judge(action, standing);
        if (verdict instanceof Verdict.Blocked blocked) {
            throw new GovernanceBlocked(blocked.rule().word(), blocked.reason());
        }
        return verdict;
    }

    /** Whether no cap is exceeded by spending {@code credits}. */
    public static boolean isAffordable(long credits, List<Cap> caps) {
        return caps.stream().noneMatch(cap -> cap.isExceededBy(credits));
    }

    private static Optional<Verdict> killed(Standing standing) {
        return Optional.ofNullable(standing.killed())
                .map(what -> blocked(Rule.KILL_SWITCH, "The kill switch has stopped " + what));
    }

    private static Optional<Verdict> forbidden(Action action, Standing standing) {
        return Optional.ofNullable(objection(action, standing)).map(reason -> blocked(Rule.POLICY, reason));
    }

    private static @Nullable String objection(Action action, Standing standing) {
        ExecutionPolicy policy = standing.governance().policy();
        String name = action.name();
        if (policy.mode() == Mode.BLOCKED) {
            return "The execution policy blocks everything";
        }
        if (policy.blockedTools().contains(name)) {
            return "The execution policy blocks " + name;
        }
        if (action.kind() == Action.Kind.TOOL) {
            return unlisted(name, policy.allowedTools(), "The execution policy")
                    .or(() -> unlisted(name, standing.agentTools(), "The agent"))
                    .orElse(null);
        }
        return null;
    }

    private static Optional<String> unlisted(String tool, List<String> allowed, String who) {
        return allowed.isEmpty() || allowed.contains(tool)
                ? Optional.empty()
                : Optional.of(who + " allows " + String.join(", ", allowed) + " alone, not " + tool);
    }

    private static Optional<Verdict> tooExpensive(Action action, Standing standing) {
        return standing.caps().stream()
                .filter(cap -> cap.isExceededBy(action.cost()))
                .findFirst()
                .map(cap -> new Verdict.Blocked(Rule.SPEND_CAP, reason(action, cap), cap.owner()));
    }

    private static String reason(Action action, Cap cap) {
        return action.name() + " costs " + action.cost() + " credits, and " + cap.used() + " of "
                + cap.limit().toPlainString() + " are spent: " + cap.name() + " is reached";
    }

    private static Optional<Verdict> toBeApproved(Action action, Standing standing) {
        return Optional.ofNullable(doubt(action, standing)).map(Verdict.NeedsApproval::new);
    }

    private static @Nullable String doubt(Action action, Standing standing) {
        Governance governance = standing.governance();
        BigDecimal threshold = governance.autoApproveBelow();
        if (governance.approvalRequired().contains(action.name())) {
            return action.name() + " requires approval";
        }
        if (threshold != null && action.kind() != Action.Kind.OTHER) {
            return BigDecimal.valueOf(action.estimate()).compareTo(threshold) < 0
                    ? null
                    : action.name() + " takes about " + action.estimate() + " credits, and what takes "
                            + threshold.toPlainString() + " or more requires approval";
        }
        return action.kind() == Action.Kind.TASK ? doubtOfTasks(standing) : null;
    }

    private static @Nullable String doubtOfTasks(Standing standing) {
        if (standing.governance().approvalRequired().contains(EVERYTHING)) {
            return "every task requires approval";
        }
        if (standing.governance().policy().mode() == Mode.REVIEW) {
            return "the execution policy has every task reviewed";
        }
        return standing.mode() == GovernanceMode.HUMAN_IN_LOOP ? "a person approves every task of this company" : null;
    }

    private static Verdict blocked(Rule rule, String reason) {
        return new Verdict.Blocked(rule, reason, Owner.COMPANY);
    }
}
