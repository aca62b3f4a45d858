package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.thread.RunState;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunUntilTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void reachesAThreadsState() {
        String thread = startThread();

        JsonNode clock = runUntil("{'thread': '%s', 'runState': 'waiting'}".formatted(thread));

        assertThat(clock.path("reached").asBoolean()).isTrue();
        assertThat(clock.path("idle").asBoolean()).isFalse();
        assertThat(server.api()
                        .get("/v1/threads/" + thread)
                        .ok()
                        .path("runState")
                        .asText())
                .isEqualTo("waiting");
    }

    @Test
    void reachesATasksStatusByIdOrIdentifier() {
        String thread = startThread();
        runUntil("{'thread': '%s', 'runState': 'waiting'}".formatted(thread));
        String task =
                server.api().get("/v1/threads/" + thread).ok().at("/tasks/0/id").asText();

        assertThat(runUntil("{'task': 'DEMO-1', 'status': 'in_progress'}")
                        .path("reached")
                        .asBoolean())
                .isTrue();
        assertThat(runUntil("{'task': '%s', 'status': 'needs_review'}".formatted(task))
                        .path("reached")
                        .asBoolean())
                .isTrue();
        assertThat(server.api().get("/v1/tasks/" + task).ok().path("status").asText())
                .isEqualTo("needs_review");
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void waitsForEveryStateThatAThreadCanBeIn(RunState state) {
        runUntil("{'thread': '%s', 'runState': '%s', 'limit': 'PT1S'}".formatted(startThread(), state.word()));
    }

    @Test
    void reachesAnInstancesStatus() {
        String instance = startBoot();

        assertThat(runUntil("{'instance': '%s', 'status': 'ready'}".formatted(instance))
                        .path("reached")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void isThereAtOnceWhenTheStateIs() {
        String thread = startThread();

        JsonNode clock = runUntil("{'thread': '%s', 'runState': 'running'}".formatted(thread));

        assertThat(clock.path("reached").asBoolean()).isTrue();
        assertThat(clock.path("now").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
    }

    @Test
    void stopsAtTheLimit() {
        String thread = startThread();

        JsonNode clock = runUntil("{'thread': '%s', 'runState': 'ready', 'limit': 'PT10S'}".formatted(thread));

        assertThat(clock.path("reached").asBoolean()).isFalse();
        assertThat(clock.path("now").asText()).isEqualTo("2026-01-01T00:00:10.000Z");
    }

    @Test
    void waitsInVainForWhatGoesMeanwhile() {
        String instance = startBoot();

        JsonNode clock = runUntil("{'instance': '%s', 'status': 'claimed', 'limit': 'PT1H'}".formatted(instance));

        assertThat(clock.path("reached").asBoolean()).isFalse();
        assertThat(clock.path("now").asText()).isEqualTo("2026-01-01T01:00:00.000Z");
        assertThat(server.api()
                        .get("/v1/projects/proj_demo/warm-pool/instances/" + instance)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                           | $",
                "{'limit': 'PT1S'}                                            | $",
                "{'thread': 'x', 'task': 'y', 'status': 'queued'}             | $",
                "{'thread': 'x', 'task': 'y', 'instance': 'z'}                | $",
                "{'thread': 'x'}                                              | $.runState",
                "{'thread': 'x', 'runState': 'done'}                          | $.runState",
                "{'thread': 'x', 'status': 'ready'}                           | $.status",
                "{'thread': 'x', 'runState': 'ready', 'status': 'ready'}      | $.status",
                "{'thread': '', 'runState': 'ready'}                          | $.thread",
                "{'thread': 1, 'runState': 'ready'}                           | $.thread",
                "{'task': 'x'}                                                | $.status",
                "{'task': 'x', 'status': 'ready'}                             | $.status",
                "{'task': 'x', 'runState': 'ready'}                           | $.runState",
                "{'instance': 'x', 'status': 'needs_review'}                  | $.status",
                "{'instance': 'x', 'status': 'ready', 'limit': 'soon'}        | $.limit",
                "{'instance': 'x', 'status': 'ready', 'until': 'PT1S'}        | $.until"
            })
    void refusesWhatIsNoGoal(String body, String path) {
        String before = server.world().digest();

        assertThat(server.control()
                        .post("/clock/run-until", Json.text(body))
                        .invalid()
                        .paths())
                .contains(path);
        assertThat(server.world().digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'thread': 'x', 'runState': 'ready'}    | There is no thread x",
                "{'task': 'DEMO-99', 'status': 'queued'} | There is no task DEMO-99",
                "{'instance': 'x', 'status': 'ready'}    | There is no warm pool instance x"
            })
    void refusesWhatIsNotThere(String body, String message) {
        assertThat(server.control()
                        .post("/clock/run-until", Json.text(body))
                        .refused(404, "not_found")
                        .message())
                .isEqualTo(message);
    }

    private JsonNode runUntil(String body) {
        return server.control().post("/clock/run-until", Json.text(body)).ok();
    }

    private String startThread() {
        return server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                .ok()
                .path("id")
                .asText();
    }

    private String startBoot() {
        return server.api()
                .post("/v1/projects/proj_demo/warm-pool/test", "{}")
                .ok()
                .path("id")
                .asText();
    }
}
