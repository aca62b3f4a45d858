package dev.capy.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.snapshot.BuildState;
import dev.capy.core.snapshot.SnapshotBuild;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Snapshots switch over HTTP. */
class SnapshotsHttpTest {

    private static final String SNAPSHOTS = "/v1/projects/proj_demo/snapshots";
    private static final String POOL = "/v1/projects/proj_demo/warm-pool";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer enable(String path, boolean enabled) {
        return server.api().patch(path, "{\"enabled\": " + enabled + "}");
    }

    private static JsonNode enabled(boolean enabled) {
        return Json.parse("{\"enabled\": " + enabled + "}");
    }

    @Test
    void areOffUntilSomeoneTurnsThemOn() {
        assertThat(server.api().get(SNAPSHOTS).ok()).isEqualTo(enabled(false));

        assertThat(enable(SNAPSHOTS, true).ok().get("enabled").asBoolean()).isTrue();

        assertThat(server.api().get(SNAPSHOTS).ok()).isEqualTo(enabled(true));
    }

    @Test
    void sayNothingElseWhenTheyAreOnAlreadyOrTurnedOff() {
        enable(SNAPSHOTS, true);

        assertThat(enable(SNAPSHOTS, true).ok()).isEqualTo(enabled(true));
        assertThat(enable(SNAPSHOTS, false).ok()).isEqualTo(enabled(false));
        assertThat(enable(SNAPSHOTS, false).ok()).isEqualTo(enabled(false));
    }

    @Test
    void nameTheBuildThatMakesTheFirstOne() {
        JsonNode on = enable(SNAPSHOTS, true).ok();

        SnapshotBuild build = builds().get(0);
        assertThat(on).isEqualTo(Json.parse(Json.text("{'enabled': true, 'initialBuildId': '" + build.id() + "'}")));
        assertThat(build.state()).isEqualTo(BuildState.PROVISIONING);
    }

    @Test
    void nameTheSnapshotThatStillCounts() {
        enable(SNAPSHOTS, true);
        server.world().clock().runUntilIdle();
        enable(SNAPSHOTS, false);

        JsonNode on = enable(SNAPSHOTS, true).ok();

        String snapshot = builds().get(0).snapshotId();
        assertThat(on)
                .isEqualTo(Json.parse(Json.text(
                        "{'enabled': true, 'reusedSnapshot': {'snapshotId': '" + snapshot + "', 'lane': 'default'}}")));
    }

    @Test
    void tellThatTheFirstOneHasToWait() {
        server.world().as("capy_demo").testSnapshot("proj_demo");

        JsonNode on = enable(SNAPSHOTS, true).ok();

        assertThat(on.get("initialBuildId").asText()).isEqualTo(builds().get(0).id());
        assertThat(on.get("queuedBehindActiveBuild").booleanValue()).isTrue();
    }

    private List<SnapshotBuild> builds() {
        return server.world().as("capy_demo").snapshotBuilds("proj_demo");
    }

    @Test
    void areRefusedWhileTheWarmPoolIsOn() {
        enable(POOL, true).ok();

        assertThat(enable(SNAPSHOTS, true).invalid().paths()).containsExactly("$.enabled");

        enable(POOL, false).ok();
        enable(SNAPSHOTS, true).ok();
        enable(POOL, true).invalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'enabled': null}", "{'enabled': 'true'}", "{'enabled': true, 'lane': 'x'}", "[]"})
    void areRefusedWhereTheBodyIsNoSwitch(String quoted) {
        server.api().patch(SNAPSHOTS, Json.text(quoted)).invalid();
    }

    @Test
    void areForTheProjectsOwnPeople() {
        server.as("capy_demo_outsider").get(SNAPSHOTS).refused(403, "forbidden");
        server.api().get("/v1/projects/proj_none/snapshots").refused(404, "not_found");
        server.anonymous().get(SNAPSHOTS).refused(401, "unauthorized");
    }
}
