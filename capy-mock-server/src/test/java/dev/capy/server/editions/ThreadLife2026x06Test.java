package dev.capy.server.editions;

import static dev.capy.server.editions.EditionServer.names;
import static dev.capy.server.editions.EditionServer.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread-centric generation with a warm pool. */
class ThreadLife2026x06Test {

    private final EditionServer world = new EditionServer("2026-06");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aThreadRunsWaitsAndIsReady() {
        JsonNode created = world.start("Add a login page.");
        assertThat(created.path("runState").asText()).isEqualTo("running");
        assertThat(created.path("status").asText()).isEqualTo("active");
        assertThat(created.path("title").isNull()).isTrue();

        world.runUntil(created, "waiting");
        JsonNode waiting = world.thread(created);
        assertThat(waiting.path("status").asText()).isEqualTo("idle");
        assertThat(waiting.path("waitingOn").toString()).isEqualTo(Json.text("['task']"));

        world.runUntilIdle();
        JsonNode ready = world.thread(created);
        assertThat(ready.path("runState").asText()).isEqualTo("ready");
        assertThat(ready.path("waitingOn")).isEmpty();
        assertThat(ready.path("pendingWakeups").asInt()).isZero();
        assertThat(ready.path("title").asText()).isEqualTo("Add a login page");
        assertThat(ready.at("/tasks/0/threadIndex").asInt()).isZero();
        assertThat(world.api.get(path(created) + "/messages").ok().path("items").findValuesAsText("source"))
                .containsExactly("assistant", "assistant", "user");
    }

    @Test
    void everyMessageIsSent() {
        JsonNode thread = world.start("Add a login page.");

        JsonNode busy = world.message(thread, "{'message': 'And a logo.'}").ok();

        assertThat(names(busy)).containsExactlyInAnyOrder("id", "status");
        assertThat(busy.path("status").asText()).isEqualTo("sent");
        assertThat(world.message(thread, "{'message': 'a', 'mode': 'queue'}")
                        .invalid()
                        .paths())
                .containsExactly("$.mode");
        assertThat(world.message(thread, "{'message': 'a', 'messageId': 'm1'}")
                        .invalid()
                        .paths())
                .containsExactly("$.messageId");
    }

    @Test
    void pullRequestsLieOnTheThreadAndNeverOnTheTask() {
        JsonNode thread = world.finished();

        JsonNode opened = world.post("/v1/tasks/DEMO-1/pr", "{'draft': true}").ok();

        assertThat(world.api.get("/v1/tasks/DEMO-1").ok().path("pullRequest").isNull())
                .isTrue();
        JsonNode listed = world.thread(thread).at("/pullRequests/0");
        assertThat(listed.path("number")).isEqualTo(opened.path("number"));
        assertThat(listed.path("draft").asBoolean()).isTrue();
        assertThat(listed.path("url").asText()).isEqualTo("https://github.com/acme/app/pull/1");
    }

    @Test
    void aDiffHasTwoModes() {
        world.finished();

        assertThat(world.api.get("/v1/tasks/DEMO-1/diff?mode=pr").ok().path("files"))
                .hasSize(2);
        world.api.get("/v1/tasks/DEMO-1/diff?mode=uncommitted").ok();
        world.api.get("/v1/tasks/DEMO-1/diff?mode=run").invalid();
    }

    @Test
    void aThreadStopsAtOnceAndAgain() {
        JsonNode thread = world.start("Add a login page.");
        world.runUntil(thread, "waiting");

        assertThat(world.api.post(path(thread) + "/stop").ok().path("status").asText())
                .isEqualTo("idle");

        JsonNode stopped = world.thread(thread);
        assertThat(stopped.path("runState").asText()).isEqualTo("ready");
        assertThat(stopped.at("/tasks/0/status").asText()).isEqualTo("backlog");
        world.api.post(path(thread) + "/stop").ok();
    }

    @Test
    void anArchivedThreadTakesNothing() {
        JsonNode thread = world.start("Add a login page.");

        assertThat(world.post(path(thread) + "/archive", "{}")
                        .ok()
                        .path("status")
                        .asText())
                .isEqualTo("archived");

        world.message(thread, "{'message': 'a'}").invalid();
        world.api.post(path(thread) + "/stop").invalid();
        assertThat(world.api
                        .post(path(thread) + "/unarchive")
                        .ok()
                        .path("status")
                        .asText())
                .isEqualTo("idle");
        assertThat(world.thread(thread).path("runState").asText()).isEqualTo("ready");
    }

    @Test
    void setupTellsOfTheWarmPoolWhileItIsOn() {
        String setup = "/v1/projects/proj_demo/setup";
        String pool = "/v1/projects/proj_demo/warm-pool";
        assertThat(world.api.get(setup).ok().path("legacyWarmPool").isNull()).isTrue();

        world.api.patch(pool, Json.text("{'enabled': true}")).ok();
        assertThat(world.api.get(setup).ok().path("legacyWarmPool"))
                .isEqualTo(Json.parse("{\"enabled\":true,\"hasSetupCommands\":false}"));

        world.api.patch(pool, Json.text("{'enabled': false}")).ok();
        assertThat(world.api.get(setup).ok().path("legacyWarmPool").isNull()).isTrue();
    }

    @Test
    void twentyFiveModelsAreListedAndTwentySixAreTaken() {
        assertThat(world.api.get("/v1/models").ok().path("models")).hasSize(25);
        world.post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'a', 'model': 'claude-fable-5'}")
                .ok();
        world.post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'a', 'model': 'auto'}")
                .invalid();
    }

    @Test
    void noThreadIsOfGithub() {
        world.api.get("/v1/threads?projectId=proj_demo&origin=github").invalid();
        assertThat(world.api
                        .get("/v1/threads?projectId=proj_demo&origin=api")
                        .ok()
                        .path("items"))
                .isEmpty();
    }
}
