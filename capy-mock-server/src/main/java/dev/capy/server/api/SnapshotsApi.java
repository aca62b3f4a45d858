package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.project.Project;
import dev.capy.core.snapshot.Snapshots;
import dev.capy.server.http.Call;

/** The operations tagged {@code snapshots}. */
final class SnapshotsApi {

    JsonNode get(Call call) {
        Snapshots snapshots = call.world().snapshots();
        return call.world().read(view -> {
            Project project = call.world().projects().visible(view, call.caller(), call.path("projectId"));
            return Wire.object().put("enabled", snapshots.isEnabled(project));
        });
    }

    JsonNode update(Call call) {
        Snapshots snapshots = call.world().snapshots();
        boolean enabled = call.body().get("enabled").booleanValue();
        return call.world().write(tx -> {
            Project project = call.world().projects().visible(tx, call.caller(), call.path("projectId"));
            snapshots.enable(tx, project, enabled);
            return Wire.object().put("enabled", enabled);
        });
    }
}
