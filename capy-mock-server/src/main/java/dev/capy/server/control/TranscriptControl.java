package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.task.CommandRun;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.server.contract.Query;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations tagged {@code runs}: what Build agents did. */
final class TranscriptControl {

    private static final ExactlyOne NAMES = ExactlyOne.of("task", "jam", "thread");

    JsonNode jams(ControlCall call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            Task task = new Targets(world, view).task(call.path("taskId"));
            ObjectNode wire = Wire.object()
                    .put("taskId", task.id())
                    .put("identifier", task.identifier())
                    .put("status", task.status().word());
            wire.set("jams", Wire.array(world.tasks().runs(view, task), jam -> JamJson.jam(world, view, task, jam)));
            return wire;
        });
    }

    JsonNode commands(ControlCall call) {
        CapyWorld world = call.world();
        Query query = call.query();
        NAMES.require(query);
        return world.read(view -> {
            ObjectNode wire = Wire.object();
            wire.set(
                    "commands",
                    Wire.array(
                            runs(world, view, query)
                                    .flatMap(jam -> world.tasks()
                                            .commands(view, jam.id())
                                            .oldestFirst())
                                    .sorted(Comparator.comparing(CommandRun::startedAt)),
                            JamJson::command));
            return wire;
        });
    }

    private static Stream<Jam> runs(CapyWorld world, View view, Query query) {
        Targets targets = new Targets(world, view);
        Optional<String> jam = query.text("jam");
        Optional<String> task = query.text("task");
        if (jam.isPresent()) {
            return Stream.of(targets.jam(jam.get()));
        } else if (task.isPresent()) {
            return world.tasks().runs(view, targets.task(task.get()));
        }
        return world.tasks()
                .ofThread(view, targets.thread(query.requiredText("thread")).id())
                .oldestFirst()
                .flatMap(found -> world.tasks().runs(view, found));
    }
}
