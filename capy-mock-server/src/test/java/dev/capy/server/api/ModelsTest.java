package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void areListedWithoutTheOneThatIsNotAnnounced() {
        JsonNode models = SERVER.api().get("/v1/models").ok().path("models");

        assertThat(models.findValuesAsText("id"))
                .hasSize(25)
                .doesNotHaveDuplicates()
                .contains("claude-opus-4-8", "qwen3-coder")
                .doesNotContain("claude-fable-5");
        assertThat(models.get(0).path("name").asText()).isEqualTo("Claude Opus 4.8");
        assertThat(models.findValuesAsText("captainEligible")).contains("true", "false");
    }

    @Test
    void canAllBeChosenTheUnannouncedOneIncluded() {
        SERVER.api().post("/v1/threads", Json.text("""
                        {'projectId': 'proj_empty', 'prompt': 'a', 'model': 'claude-fable-5',
                         'buildModel': 'claude-fable-5'}""")).ok();
        SERVER.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_empty', 'prompt': 'a', 'model': 'claude-1'}"))
                .invalid();
    }

    @Test
    void areTheSameForEveryone() {
        assertThat(SERVER.as("capy_demo_outsider").get("/v1/models").text())
                .isEqualTo(SERVER.api().get("/v1/models").text());
    }
}
