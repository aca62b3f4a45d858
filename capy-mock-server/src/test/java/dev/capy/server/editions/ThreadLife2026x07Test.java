package dev.capy.server.editions;

import static dev.capy.server.editions.EditionServer.names;
import static dev.capy.server.editions.EditionServer.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread-centric generation with message ids, queues and conflicts. */
class ThreadLife2026x07Test {

    private final EditionServer world = new EditionServer("2026-07");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aThreadRunsWaitsAndIsReady() {
        JsonNode created = world.start("Add a login page.");
        assertThat(created.path("runState").asText()).isEqualTo("running");

        world.runUntil(created, "waiting");
        assertThat(world.thread(created).path("waitingOn").toString()).isEqualTo(Json.text("['task']"));

        world.runUntilIdle();
        assertThat(world.thread(created).path("runState").asText()).isEqualTo("ready");
        assertThat(world.api.get("/v1/tasks/DEMO-1").ok().path("pullRequest").isNull())
                .isTrue();
        assertThat(world.api.get("/v1/tasks/DEMO-1/diff?mode=pr").ok().path("files"))
                .hasSize(2);
    }

    @Test
    void aThreadIsStoppingForTwoSeconds() {
        JsonNode thread = world.start("Add a login page.");
        world.advance("PT10S");

        assertThat(world.api.post(path(thread) + "/stop").ok().path("status").asText())
                .isEqualTo("active");
        assertThat(world.thread(thread).path("runState").asText()).isEqualTo("stopping");
        world.advance("PT1.999S");
        assertThat(world.thread(thread).path("runState").asText()).isEqualTo("stopping");
        world.api.post(path(thread) + "/stop").ok();
        world.advance("PT0.001S");
        assertThat(world.thread(thread).path("runState").asText()).isEqualTo("ready");
    }

    @Test
    void aMessageThatIsRepeatedIsThereAlready() {
        JsonNode thread = world.start("Add a login page.");
        world.runUntilIdle();

        JsonNode first = world.message(thread, "{'message': 'Go on.', 'messageId': 'm1'}")
                .ok();
        JsonNode again = world.message(thread, "{'message': 'Go on.', 'messageId': 'm1'}")
                .ok();

        assertThat(names(first))
                .containsExactlyInAnyOrder("id", "status", "inputEventId", "timelineSequence", "appendState");
        assertThat(first.path("appendState").asText()).isEqualTo("inserted");
        assertThat(again.path("appendState").asText()).isEqualTo("already_present");
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.path("inputEventId")).isEqualTo(first.path("inputEventId"));
        assertThat(again.path("timelineSequence")).isEqualTo(first.path("timelineSequence"));
        assertThat(world.api.get(path(thread) + "/messages").ok().path("items").findValuesAsText("content"))
                .containsOnlyOnce("Go on.");
        world.message(thread, "{'message': 'Stop.', 'messageId': 'm1'}").refused(409, "conflict");
    }

    @Test
    void aMessageIdIsAThreadsOwn() {
        JsonNode one = world.start("a");
        JsonNode other = world.start("b");

        world.message(one, "{'message': 'Go on.', 'messageId': 'm1'}").ok();

        assertThat(world.message(other, "{'message': 'Stop.', 'messageId': 'm1'}")
                        .ok()
                        .path("appendState")
                        .asText())
                .isEqualTo("inserted");
    }

    @Test
    void aBusyThreadQueuesUnlessInterrupted() {
        JsonNode thread = world.start("Add a login page.");
        world.advance("PT5S");

        assertThat(status(thread, "")).isEqualTo("queued");
        assertThat(status(thread, ", 'mode': 'queue'")).isEqualTo("queued");
        assertThat(status(thread, ", 'mode': 'interrupt'")).isEqualTo("sent");
        world.runUntilIdle();
        assertThat(status(thread, ", 'mode': 'queue'")).isEqualTo("sent");
    }

    private String status(JsonNode thread, String more) {
        return world.message(thread, "{'message': 'Go on.'" + more + "}")
                .ok()
                .path("status")
                .asText();
    }

    @Test
    void anArchivedThreadIsAConflict() {
        JsonNode thread = world.start("Add a login page.");
        world.post(path(thread) + "/archive", "{}").ok();

        world.message(thread, "{'message': 'a'}").refused(409, "conflict");
        world.api.post(path(thread) + "/stop").refused(409, "conflict");
        world.api.post(path(thread) + "/unarchive").ok();
        assertThat(status(thread, "")).isEqualTo("sent");
    }

    @Test
    void thereAreThirtyOneModels() {
        assertThat(world.api.get("/v1/models").ok().path("models").findValuesAsText("id"))
                .hasSize(31)
                .contains("claude-fable-5", "gpt-5.6-sol", "composer-2.5-fast")
                .doesNotContain("glm-5");
        world.post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'a', 'model': 'gpt-5.6-sol'}")
                .ok();
        world.runUntilIdle();
        world.post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'a', 'model': 'glm-5'}")
                .invalid();
    }

    @Test
    void thereIsNoWarmPool() {
        world.api.get("/v1/projects/proj_demo/warm-pool").refused(404, "not_found");
        assertThat(names(world.api.get("/v1/projects/proj_demo/setup").ok())).doesNotContain("legacyWarmPool");
    }

    @Test
    void threadsMayBeOfGithub() {
        assertThat(world.api
                        .get("/v1/threads?projectId=proj_demo&origin=github")
                        .ok()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void anAutomationHasItsTriggersAndItsRevision() {
        String path = "/v1/projects/proj_demo/automations";
        JsonNode made = world.post(path, "{'name': 'a', 'prompt': 'b', 'triggers': [{'type': 'on_demand'}]}")
                .ok();
        assertThat(made.path("triggers").findValuesAsText("type")).containsExactly("on_demand");
        assertThat(made.path("configRevision").asInt()).isEqualTo(1);

        String one = path + "/" + made.path("id").asText();
        assertThat(world.api
                        .patch(one, Json.text("{'name': 'c', 'expectedConfigRevision': 1}"))
                        .ok()
                        .path("configRevision")
                        .asInt())
                .isEqualTo(2);
        world.api
                .patch(one, Json.text("{'name': 'd', 'expectedConfigRevision': 1}"))
                .invalid();
    }

    @Test
    void elevenAttachmentsAreTooMany() {
        String urls = "'https://a.test/1'" + ", 'https://a.test/1'".repeat(10);

        world.post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'a', 'attachmentUrls': [" + urls + "]}")
                .invalid();
    }
}
