package dev.capy.server.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.task.CommandRun;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.usage.Cost;
import dev.capy.server.wire.Wire;

/** Runs and their commands on the wire. */
final class JamJson {

    private JamJson() {}

    static ObjectNode jam(CapyWorld world, View view, Task task, Jam jam) {
        Cost cost = world.usage().of(view, jam.id());
        ObjectNode wire = Wire.object()
                .put("id", jam.id())
                .put("status", jam.isUnderWay() ? "active" : "idle")
                .put("script", jam.agenda().script())
                .put("prompt", jam.prompt())
                .put("model", jam.effort().model())
                .put("branch", task.branch())
                .put("report", jam.report())
                .put("failure", jam.failure())
                .put("startedAt", Wire.time(jam.startedAt()))
                .put("endedAt", Wire.timeOrNull(jam.endedAt()));
        wire.set("commands", Wire.array(world.tasks().commands(view, jam.id()).oldestFirst(), JamJson::command));
        wire.putObject("cost").put("llm", cost.llmDollars()).put("vm", cost.vmDollars());
        return wire;
    }

    /** A command; how it ended is null while it runs, and when it was cut off with its machine. */
    static ObjectNode command(CommandRun command) {
        ObjectNode wire = Wire.object()
                .put("jamId", command.jamId())
                .put("cause", command.cause().word())
                .put("tool", command.tool())
                .put("command", command.command())
                .put("workingDirectory", command.workingDirectory())
                .put("startedAt", Wire.time(command.startedAt()));
        CommandRun.Ending ending = command.ending();
        return ending == null
                ? wire.putNull("exitCode").putNull("stdout").putNull("stderr").putNull("durationMs")
                : wire.put("exitCode", ending.exitCode())
                        .put("stdout", ending.stdout())
                        .put("stderr", ending.stderr())
                        .put("durationMs", ending.duration().toMillis());
    }
}
