package dev.capy.server.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.Test;

/** The example of the API's page on Setup, as it stands there (seed 004). */
class SetupExampleTest {

    private static final String EXAMPLE = """
            {
              "source": "setup",
              "legacyHooks": {
                "status": "ignored",
                "repositories": ["acme/app"],
                "checkComplete": true
              },
              "setup": {
                "vmSize": "medium",
                "repositories": [
                  {
                    "repository": "acme/app",
                    "branch": "main",
                    "scripts": {
                      "initialize": "pnpm install",
                      "updateAfterCheckout": null,
                      "startup": "pnpm dev"
                    },
                    "commands": [
                      {
                        "name": "Test",
                        "command": "pnpm test"
                      }
                    ]
                  }
                ],
                "hooks": { "pre": { "bash_run": ["pnpm lint"] } }
              }
            }
            """;

    private static CapyWorld.Builder hooked(CapyWorld.Builder world) {
        return world.fixture(Fixture.empty()
                .repository(
                        "acme/app",
                        app -> app.file(".capy/settings.json", "{\"hooks\": {\"setup\": [\"pnpm install\"]}}"))
                .organization(
                        "org_acme",
                        organization -> organization
                                .user("user_ann", user -> user.token("capy_demo"))
                                .project(
                                        "proj_123",
                                        project -> project.taskCode("DEMO").repo("acme/app"))));
    }

    @Test
    void isWhatComesBackOnceItsSetupIsSaved() {
        try (TestServer server = TestServer.of(SetupExampleTest::hooked)) {
            JsonNode example = Json.parse(EXAMPLE);

            JsonNode saved = server.api()
                    .patch(
                            "/v1/projects/proj_123/setup?replaceLegacyHooks=true",
                            example.get("setup").toString())
                    .ok();
            JsonNode read = server.api().get("/v1/projects/proj_123/setup").ok();

            assertThat(without(saved, "legacyWarmPool")).isEqualTo(example);
            assertThat(read).isEqualTo(saved);
        }
    }

    private static JsonNode without(JsonNode object, String field) {
        return ((ObjectNode) object.deepCopy()).without(field);
    }
}
