package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnapshotsControlTest {

    private static final String SNAPSHOTS = "/projects/proj_demo/snapshots";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areOffAndNoneAtFirst() {
        assertThat(get()).isEqualTo(Json.parse("{\"enabled\": false, \"snapshot\": null, \"builds\": []}"));
    }

    @Test
    void tellOfTheSnapshotThatRunsStartFrom() {
        String build = server.api()
                .patch("/v1" + SNAPSHOTS, "{\"enabled\": true}")
                .ok()
                .path("initialBuildId")
                .asText();
        assertThat(get().at("/builds/0/id").asText()).isEqualTo(build);
        assertThat(get().path("snapshot").isNull()).isTrue();

        comeToRest();

        JsonNode snapshots = get();
        assertThat(snapshots.path("enabled").asBoolean()).isTrue();
        assertThat(snapshots.at("/builds/0/state").asText()).isEqualTo("promoted");
        assertThat(snapshots.at("/snapshot/id")).isEqualTo(snapshots.at("/builds/0/snapshotId"));
        assertThat(snapshots.at("/snapshot/promotedAt")).isEqualTo(snapshots.at("/builds/0/endedAt"));
    }

    @Test
    void areTriedOut() {
        JsonNode build = server.control().post(SNAPSHOTS + "/test").ok();
        assertThat(build.path("test").asBoolean()).isTrue();
        assertThat(build.path("state").asText()).isEqualTo("provisioning");

        comeToRest();

        assertThat(get().at("/builds/0/id")).isEqualTo(build.path("id"));
        assertThat(get().at("/builds/0/state").asText()).isEqualTo("succeeded");
        assertThat(get().path("snapshot").isNull()).isTrue();
    }

    @Test
    void areOfAProjectThatIsThere() {
        assertThat(server.control()
                        .get("/projects/nowhere/snapshots")
                        .refused(404, "not_found")
                        .message())
                .isEqualTo("There is no project nowhere");
        server.control().post("/projects/nowhere/snapshots/test").refused(404, "not_found");
    }

    private JsonNode get() {
        return server.control().get(SNAPSHOTS).ok();
    }

    private void comeToRest() {
        server.control().post("/clock/run-until-idle").ok();
    }
}
