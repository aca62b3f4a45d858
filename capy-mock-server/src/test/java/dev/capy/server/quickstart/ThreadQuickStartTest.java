package dev.capy.server.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.DemoWorld;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Source: seed 001. */
class ThreadQuickStartTest {

    private static final String PROMPT = Json.text("{'projectId': 'proj_demo', 'prompt': 'Add a login page. Please.'}");

    @ParameterizedTest
    @EnumSource(ClockMode.class)
    void startsAThreadAndFollowsItToItsEnd(ClockMode clock) {
        try (TestServer server = TestServer.start(clock)) {
            ApiClient api = server.api();

            JsonNode created = api.post("/v1/threads", PROMPT).ok();
            String thread = "/v1/threads/" + created.path("id").asText();
            JsonNode over = server.poll(
                    () -> api.get(thread).ok(),
                    seen -> seen.path("runState").asText().equals("ready"));

            assertThat(created.path("runState").asText()).isEqualTo("running");
            assertThat(created.path("status").asText()).isEqualTo("active");
            assertThat(created.path("title").isNull()).isTrue();
            assertThat(over.path("status").asText()).isEqualTo("idle");
            assertThat(over.path("title").asText()).isEqualTo("Add a login page");
            assertThat(over.path("pendingWakeups").asInt()).isZero();
            JsonNode messages = api.get(thread + "/messages").ok();
            assertThat(messages.path("items").findValuesAsText("source"))
                    .containsExactly("assistant", "assistant", "user");
            assertThat(messages.at("/items/2/content").asText()).isEqualTo("Add a login page. Please.");
            checkWork(api, over.path("tasks"));
        }
    }

    private static void checkWork(ApiClient api, JsonNode tasks) {
        assertThat(tasks).hasSize(1);
        JsonNode task = api.get("/v1/tasks/" + tasks.at("/0/id").asText()).ok();
        assertThat(task.path("identifier").asText()).isEqualTo("DEMO-1");
        assertThat(task.path("status").asText()).isEqualTo("needs_review");
        JsonNode diff = api.get("/v1/tasks/DEMO-1/diff").ok();
        assertThat(diff.path("files").findValuesAsText("path")).contains("docs/DEMO-1.md");
        assertThat(diff.at("/stats/files").asInt()).isEqualTo(diff.path("files").size());
        assertThat(diff.at("/stats/additions").asInt()).isPositive();
        assertThat(diff.at("/files/0/patch").asText()).contains("@@ ");
    }

    @Test
    void takesEveryOptionalFieldOfTheRequest() {
        try (TestServer server = TestServer.of(world -> world.fixture(DemoWorld.withTags()))) {
            JsonNode created = server.as("capy_demo_admin_service")
                    .post("/v1/threads", Json.text("""
                            {
                              'projectId': 'proj_demo',
                              'impersonateUserEmail': 'member@demo.test',
                              'prompt': 'Add a login page.',
                              'model': 'claude-fable-5',
                              'speed': 'fast',
                              'reasoning': {'mode': 'high'},
                              'buildModel': 'gpt-5.5',
                              'buildSpeed': 'standard',
                              'buildReasoning': {'mode': 'off'},
                              'repos': [{'repoFullName': 'acme/app', 'branch': 'main'}],
                              'browserSnapshotIds': [],
                              'attachmentUrls': ['https://example.test/sketch.png'],
                              'tags': ['bug', 'ui'],
                              'slack': {'channel': 'engineering'},
                              'reliabilityInvestigationId': 'rel_0123456789abcdef0123456789abcdef01234567'
                            }
                            """))
                    .ok();

            assertThat(created.path("participants").findValuesAsText("userId"))
                    .containsExactly("user_member", "user_admin_service");
            assertThat(created.path("tags").findValuesAsText("name")).containsExactly("bug", "ui");
            assertThat(created.at("/tags/0/color").asText()).isEqualTo("destructive");
            assertThat(created.at("/slack/url").asText()).startsWith("https://");
            server.control().post("/clock/run-until-idle", "{}").ok();
            JsonNode over = server.api()
                    .get("/v1/threads/" + created.path("id").asText())
                    .ok();
            assertThat(over.path("runState").asText()).isEqualTo("ready");
            assertThat(over.path("slackThreads")).hasSize(1);
        }
    }
}
