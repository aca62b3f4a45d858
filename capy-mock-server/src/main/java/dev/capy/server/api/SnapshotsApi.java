package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.project.Project;
import dev.capy.core.snapshot.Enabled;
import dev.capy.core.snapshot.Snapshots;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;

/** The operations tagged {@code snapshots}. */
final class SnapshotsApi {

    JsonNode get(Call call) {
        Snapshots snapshots = call.world().snapshots();
        return call.world().read(view -> {
            Project project = PathProject.of(view, call);
            return Wire.object().put("enabled", snapshots.isEnabled(project));
        });
    }

    JsonNode update(Call call) {
        Snapshots snapshots = call.world().snapshots();
        boolean enabled = call.body().get("enabled").booleanValue();
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            return json(snapshots.enable(tx, project, enabled));
        });
    }

    private static ObjectNode json(Enabled after) {
        ObjectNode answer = Wire.object().put("enabled", after.enabled());
        if (after.initialBuildId() != null) {
            answer.put("initialBuildId", after.initialBuildId());
        }
        Enabled.ReusedSnapshot reused = after.reusedSnapshot();
        if (reused != null) {
            answer.putObject("reusedSnapshot")
                    .put("snapshotId", reused.snapshotId())
                    .put("lane", reused.lane());
        }
        if (after.queuedBehindActiveBuild() != null) {
            answer.put("queuedBehindActiveBuild", after.queuedBehindActiveBuild());
        }
        return answer;
    }
}
