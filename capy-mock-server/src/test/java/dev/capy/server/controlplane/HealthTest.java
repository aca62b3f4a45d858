package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void needsNoTokenAndNoWorld() {
        Answer health = SERVER.control().get("/health");

        assertThat(health.ok().path("status").asText()).isEqualTo("ok");
        assertThat(health.ok().path("worlds").asInt()).isEqualTo(1);
        assertThat(health.header("x-request-id").orElseThrow()).startsWith("req_");
    }

    @Test
    void stillWorksWhereTheApiIsRefused() {
        SERVER.anonymous().get("/v1/projects").refused(401, "unauthorized");

        SERVER.control().get("/health").ok();
    }

    @Test
    void servesTheDocumentOfTheControlPlane() {
        assertThat(SERVER.control()
                        .get("/openapi.json")
                        .ok()
                        .at("/paths/~1clock~1advance/post/operationId")
                        .asText())
                .isEqualTo("advanceClock");
    }

    @Test
    void servesTheDocumentOfTheTokensEdition() {
        assertThat(SERVER.api().get("/openapi.json").ok().at("/info/version").asText())
                .isEqualTo("2026-06");
        SERVER.anonymous().get("/openapi.json").refused(401, "unauthorized");
    }
}
