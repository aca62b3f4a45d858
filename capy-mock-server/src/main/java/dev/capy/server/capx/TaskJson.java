package dev.capy.server.capx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.Capx;
import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.task.Task;
import dev.capy.core.kernel.View;
import dev.capy.server.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Tasks on the wire. Thread-safe as long as the view is.
 *
 * @param capx whose they are
 * @param view the moment that is looked at
 */
record TaskJson(Capx capx, View view) {

    ObjectNode wire(Task task) {
        ObjectNode wire = Wire.object()
                .put("id", task.id())
                .put("company_id", task.companyId())
                .put("agent_id", task.agentId())
                .put("title", task.said().title())
                .put("description", task.said().description())
                .put("status", task.status().word())
                .put("priority", task.said().priority().word());
        wire.set("metadata", FreeJson.write(task.said().metadata()));
        return wire.put("result", task.outcome().result())
                .put("error", task.outcome().error())
                .put("feedback", task.outcome().feedback())
                .put("cost", task.outcome().cost())
                .put("approval_id", approval(task))
                .put("created_at", CapxWire.time(task.times().created()))
                .put("updated_at", CapxWire.time(task.times().updated()))
                .put("completed_at", CapxWire.timeOrNull(task.times().ended()));
    }

    private @Nullable String approval(Task task) {
        return capx.approvals().pending(view, task.id()).map(Approval::id).orElse(null);
    }
}
