package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.project.Project;
import dev.capy.core.snapshot.SnapshotBuild;
import dev.capy.core.snapshot.VmSnapshot;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;

/** The operations tagged {@code snapshots}. */
final class SnapshotControl {

    JsonNode get(ControlCall call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            Project project = new Targets(world, view).project(call.path("projectId"));
            ObjectNode wire = Wire.object().put("enabled", world.snapshots().isEnabled(project));
            wire.set(
                    "snapshot",
                    world.snapshots()
                            .usable(view, project)
                            .<JsonNode>map(SnapshotControl::snapshot)
                            .orElse(JsonNodeFactory.instance.nullNode()));
            wire.set("builds", Wire.array(world.snapshots().builds(view, project.id()), SnapshotControl::build));
            return wire;
        });
    }

    JsonNode test(ControlCall call) {
        CapyWorld world = call.world();
        return world.write(tx ->
                build(world.snapshots().test(tx, new Targets(world, tx).project(call.path("projectId")))));
    }

    private static ObjectNode snapshot(VmSnapshot snapshot) {
        return Wire.object()
                .put("id", snapshot.id())
                .put("lane", snapshot.lane())
                .put("capturedAt", Wire.time(snapshot.capturedAt()))
                .put("promotedAt", Wire.timeOrNull(snapshot.promotedAt()));
    }

    private static ObjectNode build(SnapshotBuild build) {
        return Wire.object()
                .put("id", build.id())
                .put("test", build.isTest())
                .put("state", build.state().word())
                .put("snapshotId", build.snapshotId())
                .put("failure", build.failure())
                .put("queuedAt", Wire.time(build.queuedAt()))
                .put("startedAt", Wire.timeOrNull(build.startedAt()))
                .put("endedAt", Wire.timeOrNull(build.endedAt()));
    }
}
