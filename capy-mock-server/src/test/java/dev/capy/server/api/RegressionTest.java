package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What went wrong once. */
class RegressionTest {

    private final TestServer server = TestServer.speaking("2026-07");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void takesTimesOfUsageWithoutSeconds() {
        assertThat(server.api()
                        .get("/v1/usage?orgId=org_demo&from=2026-01-01T00:00Z&to=2026-01-02T00:00Z")
                        .ok()
                        .path("from")
                        .asText())
                .isEqualTo("2026-01-01T00:00Z");
    }

    @Test
    void refusesATagWhoseNameEndsWithALine() {
        server.api()
                .post("/v1/projects/proj_demo/tags", "{\"name\": \"bug\\n\", \"color\": \"blue\"}")
                .refused(422, "validation_error");
    }

    @Test
    void changesTheTriggersOfAWebhookThatHasNoSecret() {
        String triggers = "{'name': 'a', 'prompt': 'b', 'triggers': [{'type': 'incoming_webhook'}]}";
        String id = server.api()
                .post("/v1/projects/proj_demo/automations", Json.text(triggers))
                .ok()
                .path("id")
                .asText();

        assertThat(server.api()
                        .patch(
                                "/v1/projects/proj_demo/automations/" + id,
                                Json.text("{'triggers': [{'type': 'incoming_webhook'}, {'type': 'on_demand'}]}"))
                        .ok()
                        .path("triggers"))
                .hasSize(2);
    }

    @Test
    void hidesAPersonalVariableThatARunHasWritten() {
        server.api()
                .put(
                        "/v1/projects/proj_demo/environment-variables/personal",
                        Json.text("{'variables': [{'name': 'KEY', 'value': 'opensesame42'}]}"))
                .ok();
        server.world().as("capy_demo").startThread("proj_demo", "Write opensesame42 down");
        server.world().clock().runUntilIdle();

        assertThat(server.api().get("/v1/tasks/DEMO-1/diff?mode=pr").ok().toString())
                .contains("***")
                .doesNotContain("opensesame42");
    }
}
