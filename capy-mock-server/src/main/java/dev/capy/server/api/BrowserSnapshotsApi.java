package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.browser.BrowserSnapshot;
import dev.capy.core.browser.BrowserSnapshots;
import dev.capy.core.browser.NewBrowserSnapshot;
import dev.capy.core.project.Project;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;
import java.util.function.UnaryOperator;

/** The operations tagged {@code browser-snapshots}. */
final class BrowserSnapshotsApi {

    JsonNode list(Call call) {
        return call.world().read(view -> {
            Project project = PathProject.of(view, call);
            ObjectNode answer = Wire.object();
            answer.set(
                    "items",
                    Wire.array(
                            snapshots(call).visible(view, call.caller(), project.id()), BrowserSnapshotJson::snapshot));
            return answer;
        });
    }

    JsonNode create(Call call) {
        JsonNode body = call.body();
        NewBrowserSnapshot wanted = new NewBrowserSnapshot(
                body.get("name").textValue(),
                BrowserSnapshotJson.readState(body.get("storageState")),
                body.path("isPrivate").asBoolean(false),
                body.path("isDefault").asBoolean(false));
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            return BrowserSnapshotJson.detail(snapshots(call).create(tx, call.caller(), project.id(), wanted));
        });
    }

    JsonNode get(Call call) {
        return call.world().read(view -> {
            Project project = PathProject.of(view, call);
            return BrowserSnapshotJson.detail(
                    snapshots(call).visible(view, call.caller(), project.id(), call.path("snapshotId")));
        });
    }

    JsonNode update(Call call) {
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            return BrowserSnapshotJson.detail(snapshots(call)
                    .update(tx, call.caller(), project.id(), call.path("snapshotId"), change(call.body())));
        });
    }

    /** What becomes of a snapshot: only what the body names changes. */
    private static UnaryOperator<BrowserSnapshot> change(JsonNode body) {
        return before -> {
            BrowserSnapshot after = before;
            if (body.has("name")) {
                after = after.withName(body.get("name").textValue());
            }
            if (body.has("isPrivate")) {
                after = after.withPrivate(body.get("isPrivate").booleanValue());
            }
            if (body.has("isDefault")) {
                after = after.withDefault(body.get("isDefault").booleanValue());
            }
            return after;
        };
    }

    JsonNode delete(Call call) {
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            snapshots(call).delete(tx, call.caller(), project.id(), call.path("snapshotId"));
            return Wire.object().put("success", true);
        });
    }

    private static BrowserSnapshots snapshots(Call call) {
        return call.world().browserSnapshots();
    }
}
