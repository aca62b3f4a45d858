package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.playbook.Playbook;
import dev.capy.core.capx.playbook.Run;
import dev.capy.core.capx.playbook.RunStatus;
import dev.capy.core.capx.playbook.Trigger;
import dev.capy.server.wire.Wire;

/** Playbooks and their runs on the wire. Thread-safe. */
final class PlaybookJson {

    private PlaybookJson() {}

    static ObjectNode summary(Playbook playbook) {
        ObjectNode wire = Wire.object()
                .put("id", playbook.id())
                .put("company_id", playbook.companyId())
                .put("name", playbook.name())
                .put("description", playbook.description())
                .put("status", "active")
                .put("step_count", playbook.definition().steps().size());
        wire.set("tags", Wire.texts(playbook.tags()));
        wire.set("trigger", trigger(playbook.definition().trigger()));
        return wire.put("created_at", CapxWire.time(playbook.createdAt()));
    }

    /** With what it says. */
    static ObjectNode full(Playbook playbook) {
        return summary(playbook).put("yaml", playbook.text());
    }

    private static ObjectNode trigger(Trigger trigger) {
        ObjectNode wire = Wire.object().put("type", trigger.type().word());
        if (trigger.schedule() != null) {
            wire.put("schedule", trigger.schedule());
        }
        if (trigger.event() != null) {
            wire.put("event", trigger.event());
        }
        return wire;
    }

    static ObjectNode run(Run run, RunStatus status) {
        ObjectNode wire = Wire.object()
                .put("id", run.id())
                .put("playbook_id", run.playbookId())
                .put("company_id", run.companyId())
                .put("status", status.word())
                .put("trigger", run.trigger().word());
        ObjectNode inputs = wire.putObject("inputs");
        run.inputs().forEach((name, value) -> inputs.set(name, FreeJson.write(value)));
        wire.put("total_cost", run.outcome().cost())
                .put("step_count", run.definition().steps().size())
                .put("error", run.outcome().error())
                .put("started_at", CapxWire.time(run.startedAt()))
                .put("completed_at", CapxWire.timeOrNull(run.completedAt()));
        wire.set("steps", Wire.array(run.steps().stream(), PlaybookJson::step));
        return wire;
    }

    private static JsonNode step(Run.StepRun step) {
        ObjectNode wire = Wire.object()
                .put("id", step.stepId())
                .put("task_id", step.taskId())
                .put("status", step.status())
                .put("cost", step.cost())
                .put("output", step.output());
        wire.set("score", CapxWire.amount(step.score()));
        return wire.put("started_at", CapxWire.time(step.startedAt()))
                .put("completed_at", CapxWire.timeOrNull(step.completedAt()));
    }
}
