package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.Capx;
import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.task.Source;
import dev.capy.core.kernel.View;
import dev.capy.server.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Approvals on the wire. Thread-safe as long as the view is.
 *
 * @param capx whose they are
 * @param view the moment that is looked at
 */
record ApprovalJson(Capx capx, View view) {

    ObjectNode wire(Approval approval) {
        Approval.Request request = approval.request();
        ObjectNode wire = Wire.object()
                .put("id", approval.id())
                .put("company_id", approval.companyId())
                .put("task_id", approval.taskId())
                .put("status", approval.status().word())
                .put("agent", role(request.agentId()));
        wire.set("playbook", playbook(capx.tasks().get(view, approval.taskId()).source()));
        return wire.put("action_type", request.actionType())
                .put("estimated_cost", request.estimatedCost())
                .put("context", request.context())
                .put("proposed_at", CapxWire.time(approval.proposedAt()))
                .put("expires_at", CapxWire.time(approval.expiresAt()))
                .put("resolved_at", CapxWire.timeOrNull(approval.resolvedAt()))
                .put("feedback", approval.note());
    }

    private @Nullable String role(@Nullable String agentId) {
        return agentId == null
                ? null
                : capx.agents().find(view, agentId).map(Agent::role).orElse(null);
    }

    private static JsonNode playbook(Source source) {
        return source.playbookId() == null
                ? NullNode.instance
                : Wire.object()
                        .put("id", source.playbookId())
                        .put("run_id", source.runId())
                        .put("step", source.stepId());
    }
}
