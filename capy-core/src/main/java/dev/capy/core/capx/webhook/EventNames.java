package dev.capy.core.capx.webhook;

import java.util.List;

/** The dotted names of what happens, which webhooks can ask for. Those of the guide on observability are documented. */
public final class EventNames {

    /** Asks for everything. */
    public static final String EVERYTHING = "*";

    /** All names there are. */
    public static final List<String> ALL = List.of(
            "agent.created",
            "agent.removed",
            "agent.state_changed",
            "approval.requested",
            "approval.resolved",
            "budget.exceeded",
            "company.created",
            "company.killed",
            "company.paused",
            "company.resumed",
            "company.revived",
            "company.running",
            "company.stopped",
            "company.updated",
            "cost.spent",
            "governance.blocked",
            "heartbeat.fired",
            "playbook.completed",
            "playbook.created",
            "playbook.failed",
            "playbook.started",
            "rubric.evaluated",
            "step.completed",
            "step.failed",
            "step.started",
            "task.completed",
            "task.created",
            "task.failed",
            "task.rejected",
            "task.started");

    private EventNames() {}
}
