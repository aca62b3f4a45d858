package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areRunningFromTheStart() {
        JsonNode created = Threads.start(server.api(), "Add a login page.");

        assertThat(created.path("runState").asText()).isEqualTo("running");
        assertThat(created.path("title").isNull()).isTrue();
        assertThat(created.path("pendingWakeups").asInt()).isZero();
        assertThat(created.path("tags")).isEmpty();
        assertThat(created.path("slack").isMissingNode()).isTrue();
        assertThat(created.path("createdAt").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(created.at("/participants/0/userId").asText()).isEqualTo("user_owner");
        assertThat(created.at("/participants/0/userType").asText()).isEqualTo("human");
    }

    @Test
    void getTheirTitleTwoSecondsLater() {
        JsonNode thread = Threads.start(server.api(), "Add a login page. And hurry.");

        advance("PT1.999S");
        assertThat(Threads.get(server, thread).path("title").isNull()).isTrue();
        advance("PT0.001S");
        assertThat(Threads.get(server, thread).path("title").asText()).isEqualTo("Add a login page");
    }

    @Test
    void ofAProjectWithoutRepositoriesAnswerAndAreReady() {
        JsonNode thread = Threads.startWith(server.api(), "{'projectId': 'proj_empty', 'prompt': 'Hello.'}");

        Threads.runUntilIdle(server);

        JsonNode ready = Threads.get(server, thread);
        assertThat(ready.path("runState").asText()).isEqualTo("ready");
        assertThat(ready.path("tasks")).isEmpty();
        assertThat(server.api()
                        .get("/v1/threads/" + Threads.id(thread) + "/messages")
                        .ok()
                        .path("items")
                        .findValuesAsText("source"))
                .containsExactly("assistant", "user");
    }

    @Test
    void areIdleWhileTheyWaitForATask() {
        JsonNode thread = Threads.start(server.api(), "Add a login page.");

        server.control()
                .post(
                        "/clock/run-until",
                        Json.text("{'thread': '%s', 'runState': 'waiting'}".formatted(Threads.id(thread))))
                .ok();

        JsonNode waiting = Threads.get(server, thread);
        assertThat(waiting.path("status").asText()).isEqualTo("idle");
        assertThat(waiting.at("/waitingOn/0").asText()).isEqualTo("task");
        assertThat(waiting.path("blockedOn")).isEmpty();
        assertThat(waiting.at("/tasks/0/identifier").asText()).isEqualTo("DEMO-1");
        assertThat(waiting.at("/tasks/0/threadIndex").asInt()).isZero();
    }

    @Test
    void stopWithEverythingTheyHaveRunning() {
        JsonNode thread = Threads.start(server.api(), "Add a login page.");
        server.control()
                .post(
                        "/clock/run-until",
                        Json.text("{'thread': '%s', 'runState': 'waiting'}".formatted(Threads.id(thread))))
                .ok();

        JsonNode stopped = stop(thread);

        assertThat(stopped.path("id").asText()).isEqualTo(Threads.id(thread));
        assertThat(stopped.path("status").asText()).isEqualTo("idle");
        JsonNode after = Threads.get(server, thread);
        assertThat(after.path("runState").asText()).isEqualTo("ready");
        assertThat(after.at("/tasks/0/status").asText()).isEqualTo("backlog");
        Threads.runUntilIdle(server);
        assertThat(server.control().get("/clock").ok().path("pending")).isEmpty();
        assertThat(stop(thread)).isEqualTo(stopped);
    }

    @Test
    void canBeStoppedWithWhateverBody() {
        JsonNode thread = Threads.start(server.api(), "Add a login page.");

        server.api()
                .request("POST", "/v1/threads/" + Threads.id(thread) + "/stop")
                .json("this is no JSON")
                .send()
                .ok();
    }

    @Test
    void refuseTagsThatDoNotExist() {
        var answer = server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a', 'tags': ['bug', 'ui']}"));

        assertThat(answer.invalid().message()).isEqualTo("Tag does not exist");
        assertThat(answer.paths()).containsExactly("$.tags[0]", "$.tags[1]");
    }

    @Test
    void areStartedWhereTheTokenMay() {
        server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_nowhere', 'prompt': 'a'}"))
                .refused(404, "not_found");
        server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_other', 'prompt': 'a'}"))
                .refused(403, "forbidden");
    }

    private JsonNode stop(JsonNode thread) {
        return server.api().post("/v1/threads/" + Threads.id(thread) + "/stop").ok();
    }

    private void advance(String by) {
        server.control()
                .post("/clock/advance", Json.text("{'by': '%s'}".formatted(by)))
                .ok();
    }
}
