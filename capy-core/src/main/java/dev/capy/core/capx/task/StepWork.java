package dev.capy.core.capx.task;

import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.governance.Governance;
import dev.capy.core.capx.governance.Verdict;
import dev.capy.core.capx.settings.CapxSettings;
import dev.capy.core.kernel.Tx;
import dev.capy.core.script.CompanyStep;
import dev.capy.core.script.CompanyStep.Fail;
import dev.capy.core.script.CompanyStep.RequestApproval;
import dev.capy.core.script.CompanyStep.Say;
import dev.capy.core.script.CompanyStep.Spend;
import dev.capy.core.script.CompanyStep.Think;
import dev.capy.core.script.CompanyStep.Use;
import dev.capy.core.script.Template;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What each kind of step is: what rules say of it, what it takes, what comes of it. Stateless. */
final class StepWork {

    private final CapxSettings settings;

    StepWork(CapxSettings settings) {
        this.settings = settings;
    }

    /** What the rules know a step as; empty for one that they say nothing of. */
    Optional<Action> action(CompanyStep step) {
        if (step instanceof Think) {
            return Optional.of(Action.other("think", cost(step)));
        }
        if (step instanceof Use use) {
            return Optional.of(Action.tool(use.tool(), cost(step)));
        }
        if (step instanceof Spend) {
            return Optional.of(Action.other("spend", cost(step)));
        }
        return step instanceof RequestApproval request
                ? Optional.of(new Action(request.action(), 0, request.cost(), Action.Kind.OTHER))
                : Optional.empty();
    }

    /** How many credits a step takes. */
    long cost(CompanyStep step) {
        if (step instanceof Think) {
            return settings.costs().turn();
        }
        if (step instanceof Use) {
            return settings.costs().tool();
        }
        return step instanceof Spend spend ? spend.credits() : 0;
    }

    /** How long a step takes; empty when it takes no time. */
    Optional<Duration> duration(Tx tx, CompanyStep step) {
        if (step instanceof Think think) {
            Duration exact = think.duration();
            return Optional.of(
                    exact != null ? exact : tx.jitter(settings.latencies().turn()));
        }
        return step instanceof Use ? Optional.of(tx.jitter(settings.latencies().tool())) : Optional.empty();
    }

    /** Whether a step asks for approval by itself, and it takes so much that a person is to decide. */
    boolean asks(CompanyStep step, Governance governance) {
        BigDecimal threshold = governance.autoApproveBelow();
        return step instanceof RequestApproval request
                && (threshold == null || BigDecimal.valueOf(request.cost()).compareTo(threshold) >= 0);
    }

    /** Why approval is asked for. */
    String context(CompanyStep step, Verdict verdict) {
        if (step instanceof RequestApproval request) {
            return request.context();
        }
        return verdict instanceof Verdict.NeedsApproval needed ? needed.reason() : "";
    }

    /** What comes of a step. */
    Task.Outcome outcome(CompanyStep step, Task task, Agent agent) {
        if (step instanceof Say say) {
            return task.outcome().result(fill(say.text(), task, agent));
        }
        return step instanceof Fail fail ? task.outcome().error(fill(fail.message(), task, agent)) : task.outcome();
    }

    /** What the agent logs. */
    String line(CompanyStep step, Task task, Agent agent) {
        if (step instanceof Say say) {
            return fill(say.text(), task, agent);
        }
        if (step instanceof Fail fail) {
            return fill(fail.message(), task, agent);
        }
        if (step instanceof Use use) {
            return "Used " + use.tool();
        }
        if (step instanceof Spend spend) {
            return "Spent " + spend.credits() + " credits";
        }
        return step instanceof RequestApproval request
                ? "May go on with " + request.action()
                : "Called " + (agent.model() == null ? agent.adapter().word() : agent.model());
    }

    private static String fill(String text, Task task, Agent agent) {
        String description = task.said().description();
        return Template.fill(
                text,
                Map.of(
                        "title", task.title(),
                        "description", description == null ? "" : description,
                        "role", agent.role()));
    }
}
