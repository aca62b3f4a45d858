package dev.capy.server.editions;

import static dev.capy.server.editions.EditionServer.names;
import static dev.capy.server.editions.EditionServer.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.source.MergeMethod;
import dev.capy.core.vm.Host;
import dev.capy.core.vm.VmSettings;
import dev.capy.server.contract.Edition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The task-centric generation: threads say little, tasks say all. */
class ThreadLife2026x04Test {

    private final EditionServer world = new EditionServer("2026-04");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aThreadSaysLittle() {
        JsonNode created = world.start("Add a login page.");
        assertThat(names(created)).containsExactlyInAnyOrder("id", "projectId", "title", "status", "createdAt");
        assertThat(created.path("title").isNull()).isTrue();
        assertThat(created.path("status").asText()).isEqualTo("active");

        world.runUntil(created, "waiting");
        JsonNode waiting = world.thread(created);
        assertThat(names(waiting))
                .containsExactlyInAnyOrder(
                        "id",
                        "projectId",
                        "title",
                        "status",
                        "tasks",
                        "pullRequests",
                        "slackThreads",
                        "createdAt",
                        "updatedAt");
        assertThat(waiting.path("status").asText()).isEqualTo("idle");
        assertThat(names(waiting.at("/tasks/0"))).containsExactlyInAnyOrder("id", "identifier", "title", "status");

        world.runUntilIdle();
        assertThat(world.thread(created).at("/tasks/0/status").asText()).isEqualTo("needs_review");
        assertThat(world.api.get("/v1/threads?projectId=proj_demo").ok().at("/items/0"))
                .isEqualTo(world.thread(created));
    }

    @Test
    void aMergedPullRequestIsClosedAndItsTaskArchived() {
        world.finished();
        JsonNode opened = world.post("/v1/tasks/DEMO-1/pr", "{}").ok();
        assertThat(opened.path("state").asText()).isEqualTo("open");

        world.server.world().surroundings().merge("acme/app", 1, MergeMethod.SQUASH);

        JsonNode task = world.api.get("/v1/tasks/DEMO-1").ok();
        assertThat(task.at("/pullRequest/state").asText()).isEqualTo("closed");
        assertThat(task.path("status").asText()).isEqualTo("archived");
    }

    @Test
    void everyMessageIsSent() {
        JsonNode thread = world.start("Add a login page.");

        JsonNode busy = world.message(thread, "{'message': 'And a logo.'}").ok();

        assertThat(names(busy)).containsExactlyInAnyOrder("id", "status");
        assertThat(busy.path("status").asText()).isEqualTo("sent");
        world.runUntilIdle();
        JsonNode page = world.api.get(path(thread) + "/messages").ok();
        assertThat(page.path("items").findValuesAsText("content")).contains("Add a login page.", "And a logo.");
        assertThat(names(page.at("/items/0"))).containsExactlyInAnyOrder("id", "source", "content", "createdAt");
    }

    @Test
    void aTaskTellsOfItsJams() {
        world.finished();

        JsonNode task = world.api.get("/v1/tasks/DEMO-1").ok();

        assertThat(names(task))
                .contains("labels", "pullRequest", "jams", "prompt")
                .doesNotContain("currentJamId");
        assertThat(task.path("labels")).isEmpty();
        assertThat(task.path("pullRequest").isNull()).isTrue();
        JsonNode jam = task.at("/jams/0");
        assertThat(jam.path("status").asText()).isEqualTo("idle");
        assertThat(names(jam.path("credits"))).containsExactlyInAnyOrder("llm", "vm");
        assertThat(jam.at("/credits/llm").asDouble()).isPositive();
        assertThat(jam.at("/credits/vm").asDouble()).isPositive();
        assertThat(jam.at("/git/lastCommitSha").asText()).matches("[0-9a-f]{40}");
        assertThat(jam.at("/branches/acme~1app").asText()).startsWith("capy/");
    }

    @Test
    void aMessageToATaskMakesAnotherJam() {
        world.finished();

        JsonNode sent =
                world.post("/v1/tasks/DEMO-1/message", "{'message': 'Again.'}").ok();
        world.runUntilIdle();

        assertThat(sent.path("status").asText()).isEqualTo("sent");
        assertThat(world.api.get("/v1/tasks/DEMO-1").ok().path("jams")).hasSize(2);
    }

    @Test
    void aTaskHasItsPullRequest() {
        JsonNode thread = world.finished();

        JsonNode opened =
                world.post("/v1/tasks/DEMO-1/pr", "{'title': 'Log in'}").ok();

        assertThat(opened.path("title").asText()).isEqualTo("Log in");
        assertThat(world.api
                        .get("/v1/tasks/DEMO-1")
                        .ok()
                        .at("/pullRequest/number")
                        .asInt())
                .isEqualTo(opened.path("number").asInt());
        assertThat(world.thread(thread).at("/pullRequests/0/state").asText()).isEqualTo("open");
    }

    @Test
    void aTaskThatFailedNeedsReview() {
        world.task(", 'start': true");
        world.advance("PT5S");
        world.server.world().write(tx -> {
            for (Host host : VmSettings.DEFAULT.hosts()) {
                world.server.world().hypervisor().crash(tx, host.id());
            }
            return true;
        });

        world.runUntilIdle();

        assertThat(world.api.get("/v1/tasks/DEMO-1").ok().path("status").asText())
                .isEqualTo("needs_review");
        assertThat(world.api
                        .get("/v1/tasks?projectId=proj_demo&status=needs_review")
                        .ok()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aDiffMayBeThatOfTheRun() {
        world.finished();

        JsonNode diff = world.api.get("/v1/tasks/DEMO-1/diff?mode=run").ok();

        assertThat(diff.path("source").asText()).isIn("snapshot", "summary");
        assertThat(diff.path("files").findValuesAsText("path")).containsExactly("README.md", "docs/DEMO-1.md");
    }

    @Test
    void aThreadStopsAndThereIsNoArchive() {
        JsonNode thread = world.start("Add a login page.");

        JsonNode stopped = world.api.post(path(thread) + "/stop").ok();

        assertThat(stopped.path("status").asText()).isEqualTo("idle");
        world.post(path(thread) + "/archive", "{}").refused(404, "not_found");
    }

    @Test
    void theModelsAreTheOlderOnes() {
        JsonNode declared = Edition.load("capy-2026-04").document().at("/components/schemas/ModelId/enum");

        assertThat(world.api.get("/v1/models").ok().path("models").findValuesAsText("id"))
                .hasSize(32)
                .contains("auto")
                .allMatch(id -> declared.toString().contains('"' + id + '"'));
    }

    @Test
    void autoCanBeAskedFor() {
        world.post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'a', 'model': 'auto'}")
                .ok();
        world.runUntilIdle();
        world.post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'a', 'model': 'claude-opus-4-8'}")
                .invalid();
    }
}
