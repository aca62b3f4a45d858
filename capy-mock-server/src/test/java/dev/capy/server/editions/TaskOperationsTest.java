package dev.capy.server.editions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that clients make themselves, in the two editions that let them. */
class TaskOperationsTest {

    private static final String TASKS = "/v1/tasks?projectId=proj_demo";
    private static final Map<String, String> MODELS = Map.of("2026-04", "gpt-5.4", "2026-06", "gpt-5.4");

    private EditionServer world;

    @AfterEach
    void close() {
        world.close();
    }

    private JsonNode task(String identifier) {
        return world.api.get("/v1/tasks/" + identifier).ok();
    }

    private List<String> listed(String more) {
        return world.api.get(TASKS + more).ok().path("items").findValuesAsText("identifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06"})
    void areMadeInTheBacklogOrQueued(String edition) {
        world = new EditionServer(edition);

        JsonNode waiting = world.task(", 'title': 'Logo', 'labels': ['ui']");
        JsonNode started = world.task(", 'start': true");

        assertThat(waiting.path("status").asText()).isEqualTo("backlog");
        assertThat(waiting.path("title").asText()).isEqualTo("Logo");
        assertThat(waiting.path("identifier").asText()).isEqualTo("DEMO-1");
        assertThat(started.path("status").asText()).isEqualTo("queued");
        world.runUntilIdle();
        assertThat(task("DEMO-1").path("status").asText()).isEqualTo("backlog");
        assertThat(task("DEMO-2").path("status").asText()).isEqualTo("needs_review");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06"})
    void startWithAModelStopAndStartAgain(String edition) {
        world = new EditionServer(edition);
        world.task("");

        JsonNode started = world.post("/v1/tasks/DEMO-1/start", "{'model': '%s'}".formatted(MODELS.get(edition)))
                .ok();
        assertThat(started.path("identifier").asText()).isEqualTo("DEMO-1");
        assertThat(started.path("status").asText()).isIn("queued", "in_progress");
        assertThat(world.post("/v1/tasks/DEMO-1/start", "{}").invalid().message())
                .contains(started.path("status").asText());

        assertThat(world.post("/v1/tasks/DEMO-1/stop", "{'reason': 'not now'}")
                        .ok()
                        .path("status")
                        .asText())
                .isEqualTo("backlog");
        assertThat(world.post("/v1/tasks/DEMO-1/stop", "{}").ok().path("status").asText())
                .isEqualTo("backlog");
        world.post("/v1/tasks/DEMO-1/start", "{'model': 'no-such'}").invalid();
        world.api.post("/v1/tasks/DEMO-1/start").ok();
        world.runUntilIdle();
        assertThat(task("DEMO-1").path("status").asText()).isEqualTo("needs_review");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06"})
    void runAgainWhenAMessageComes(String edition) {
        world = new EditionServer(edition);
        world.task("");
        world.post("/v1/tasks/DEMO-1/message", "{'message': 'Larger.'}").invalid();
        world.post("/v1/tasks/DEMO-1/start", "{}").ok();
        world.runUntilIdle();
        int before = jams();

        JsonNode sent =
                world.post("/v1/tasks/DEMO-1/message", "{'message': 'Larger.'}").ok();

        assertThat(sent.path("status").asText()).isEqualTo("sent");
        assertThat(jams()).isEqualTo(before + 1);
        assertThat(task("DEMO-1").path("status").asText()).isIn("queued", "in_progress");
        world.runUntilIdle();
        assertThat(task("DEMO-1").path("status").asText()).isEqualTo("needs_review");
    }

    private int jams() {
        return world.server.world().<Integer>read(view -> {
            var tasks = world.server.world().tasks();
            return (int)
                    tasks.runs(view, tasks.byIdOrIdentifier(view, "DEMO-1")).count();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06"})
    void haveOnePullRequestAtATime(String edition) {
        world = new EditionServer(edition);
        world.task(", 'start': true");
        world.post("/v1/tasks/DEMO-1/pr", "{}").invalid();
        world.runUntilIdle();

        JsonNode opened = world.post("/v1/tasks/DEMO-1/pr", "{'title': 'A logo', 'description': 'See.'}")
                .ok();

        assertThat(opened.path("number").asInt()).isEqualTo(1);
        assertThat(opened.path("title").asText()).isEqualTo("A logo");
        assertThat(opened.path("url").asText()).isEqualTo("https://github.com/acme/app/pull/1");
        assertThat(opened.path("headRef").asText()).startsWith("capy/");
        assertThat(opened.path("baseRef").asText()).isEqualTo("main");
        world.post("/v1/tasks/DEMO-1/pr", "{}").invalid();
        task("DEMO-1");
        assertThat(listed("&prNumber=1&branch=" + opened.path("headRef").asText()))
                .containsExactly("DEMO-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06"})
    void areListedByFilterAndInPages(String edition) {
        world = new EditionServer(edition);
        world.task("");
        world.task(", 'start': true");
        world.runUntilIdle();
        world.task("");

        assertThat(listed("")).containsExactly("DEMO-3", "DEMO-2", "DEMO-1");
        assertThat(listed("&status=backlog")).containsExactly("DEMO-3", "DEMO-1");
        assertThat(listed("&status=needs_review")).containsExactly("DEMO-2");
        assertThat(listed("&prNumber=7")).isEmpty();
        assertThat(listed("&branch=none")).isEmpty();
        assertThat(listed("&slackThreadTs=none")).isEmpty();
        world.api.get(TASKS + "&status=done").invalid();
        assertThat(inPages()).containsExactly("DEMO-3", "DEMO-2", "DEMO-1");
    }

    /** All tasks, one a page, while new ones come. */
    private List<String> inPages() {
        List<String> seen = new ArrayList<>();
        JsonNode page = world.api.get(TASKS + "&limit=1").ok();
        page.path("items").forEach(item -> seen.add(item.path("identifier").asText()));
        while (page.path("hasMore").asBoolean()) {
            world.task("");
            page = world.api
                    .get(TASKS + "&limit=1&cursor=" + page.path("nextCursor").asText())
                    .ok();
            page.path("items").forEach(item -> seen.add(item.path("identifier").asText()));
        }
        world.api.get(TASKS + "&status=backlog&cursor=x").invalid();
        return seen;
    }
}
