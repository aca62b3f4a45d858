package dev.capy.server.editions;

import static dev.capy.server.editions.EditionServer.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token of a session: not yet, now, no more. */
class SessionTokenHttpTest {

    private EditionServer world;

    @AfterEach
    void close() {
        world.close();
    }

    private Answer token(JsonNode thread) {
        return world.api.get(path(thread) + "/session-token");
    }

    private JsonNode verify(String token) {
        return world.post("/v1/sessions/verify", "{'token': '%s'}".formatted(token))
                .ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06", "2026-07"})
    void isNotReadyThenValidThenGone(String edition) {
        world = new EditionServer(edition);
        JsonNode thread = world.start("Add a login page.");
        token(thread).refused(422, "session_not_ready");
        world.runUntil(thread, "waiting");

        JsonNode minted = token(thread).ok();
        JsonNode verified = verify(minted.path("token").asText());

        assertThat(verified.path("valid").asBoolean()).isTrue();
        assertThat(verified.path("threadId")).isEqualTo(thread.path("id"));
        assertThat(verified.path("projectId").asText()).isEqualTo("proj_demo");
        assertThat(verified.path("orgId").asText()).isEqualTo("org_demo");
        assertThat(verified.path("userId").asText()).isEqualTo("user_owner");
        assertThat(verified.path("issuedAt")).isEqualTo(minted.path("issuedAt"));
        assertThat(verified.path("expiresAt")).isEqualTo(minted.path("expiresAt"));

        world.api.post(path(thread) + "/stop").ok();
        assertThat(token(thread).refused(410, "session_ended").message()).isEqualTo("Session has already ended");
        assertInvalid(minted.path("token").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06", "2026-07"})
    void isRenewedAndExpiresAfterHalfAnHour(String edition) {
        world = new EditionServer(edition);
        JsonNode thread = world.finished();
        String first = token(thread).ok().path("token").asText();

        world.advance("PT20M");
        String second = token(thread).ok().path("token").asText();
        assertThat(second).isNotEqualTo(first);
        assertThat(verify(first).path("valid").asBoolean()).isTrue();

        world.advance("PT11M");
        assertThat(verify(first).path("reason").asText()).isEqualTo("expired");
        assertThat(verify(second).path("valid").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06", "2026-07"})
    void isInvalidWhenForgedOrForeign(String edition) {
        world = new EditionServer(edition);
        String genuine = token(world.finished()).ok().path("token").asText();

        assertInvalid("forged");
        assertInvalid(genuine.substring(0, genuine.length() - 4) + "AAAA");
        assertInvalid(genuine + "A");
        JsonNode foreign = world.server
                .as("capy_demo_outsider")
                .post("/v1/sessions/verify", Json.text("{'token': '%s'}".formatted(genuine)))
                .ok();
        assertThat(foreign.path("reason").asText()).isEqualTo("invalid");
    }

    private void assertInvalid(String token) {
        assertThat(verify(token)).isEqualTo(Json.parse(Json.text("{'valid': false, 'reason': 'invalid'}")));
    }
}
