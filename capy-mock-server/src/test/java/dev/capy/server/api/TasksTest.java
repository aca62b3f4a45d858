package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksTest {

    private final TestServer server = TestServer.manual();
    private JsonNode thread;

    @BeforeAll
    void work() {
        thread = Threads.start(server.api(), "Add a login page.");
        Threads.runUntilIdle(server);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void areFoundByIdAndByIdentifier() {
        JsonNode task = server.api().get("/v1/tasks/DEMO-1").ok();

        assertThat(server.api().get("/v1/tasks/" + Threads.id(task)).ok()).isEqualTo(task);
        assertThat(task.path("threadId").asText()).isEqualTo(Threads.id(thread));
        assertThat(task.path("title").asText()).isEqualTo("Add a login page");
        assertThat(task.path("status").asText()).isEqualTo("needs_review");
        assertThat(task.path("currentJamId").asText()).isNotEmpty();
        assertThat(task.path("pullRequest").isNull()).isTrue();
        assertThat(task.path("slackThreads")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEMO-2", "OTHER-1", "DEMO-01", "DEMO-", "1", "DEMO-99999999999999999999"})
    void areNotFoundByWhatIsNoTask(String id) {
        server.api().get("/v1/tasks/" + id).refused(404, "not_found");
        server.api().get("/v1/tasks/" + id + "/diff").refused(404, "not_found");
    }

    @Test
    void areNotFoundByAnOutsider() {
        server.as("capy_demo_outsider").get("/v1/tasks/DEMO-1").refused(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=uncommitted", "?mode=pr"})
    void haveADiffInEveryMode(String mode) {
        JsonNode diff = server.api().get("/v1/tasks/DEMO-1/diff" + mode).ok();

        assertThat(diff.at("/stats/files").asInt()).isEqualTo(diff.path("files").size());
        int additions = 0;
        for (JsonNode file : diff.path("files")) {
            additions += file.path("additions").asInt();
            assertThat(file.path("patch").asText()).startsWith("diff --git a/");
        }
        assertThat(diff.at("/stats/additions").asInt()).isEqualTo(additions);
    }

    @Test
    void haveTheDiffOfTheirRunUnlessAskedOtherwise() {
        JsonNode diff = server.api().get("/v1/tasks/DEMO-1/diff").ok();

        assertThat(diff.path("files").findValuesAsText("path")).containsExactly("README.md", "docs/DEMO-1.md");
        assertThat(diff.path("files").findValuesAsText("state")).containsExactly("modified", "added");
    }

    @Test
    void haveNoDiffOfAnotherKind() {
        assertThat(server.api().get("/v1/tasks/DEMO-1/diff?mode=run").invalid().paths())
                .containsExactly("$.mode");
    }

    @Test
    void haveNothingToShowBeforeTheyHaveRun() {
        try (TestServer fresh = TestServer.manual()) {
            JsonNode started = Threads.start(fresh.api(), "Add a login page.");
            fresh.control()
                    .post(
                            "/clock/run-until",
                            Json.text("{'thread': '%s', 'runState': 'waiting'}".formatted(Threads.id(started))))
                    .ok();

            assertThat(fresh.api()
                            .get("/v1/tasks/DEMO-1/diff")
                            .ok()
                            .at("/stats/files")
                            .asInt())
                    .isZero();
        }
    }
}
