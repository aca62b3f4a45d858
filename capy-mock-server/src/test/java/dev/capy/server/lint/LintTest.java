package dev.capy.server.lint;

import static dev.capy.server.verify.RequestPattern.anyRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.fault.Effect;
import dev.capy.server.fault.Fault;
import dev.capy.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LintTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private List<Habit> habits() {
        return server.server().lint().warnings().stream().map(Warning::habit).toList();
    }

    @Test
    void findsNothingInAGoodClient() {
        server.api().get("/v1/models").ok();
        server.api().get("/v1/projects").ok();
        server.as("capy_demo_member").get("/v1/models").ok();

        server.server().lint().requireClean();
        assertThat(server.control().get("/lint").ok().path("clean").asBoolean()).isTrue();
    }

    @Test
    void findsWhoPollsTooFast() {
        server.api().get("/v1/models").ok();
        server.api().get("/v1/models").ok();

        assertThat(habits()).containsExactly(Habit.POLLS_TOO_FAST);
        assertThat(server.server().lint().warnings().get(0).message())
                .contains("after #1")
                .endsWith("wait 3000 ms");
    }

    @Test
    void letsEveryoneLookAtWhatTheyHaveChanged() {
        server.api().get("/v1/thread-tags?projectId=proj_demo");
        server.api().post("/v1/thread-tags", "{}");
        server.api().get("/v1/thread-tags?projectId=proj_demo");

        assertThat(habits()).isEmpty();
    }

    @Test
    void findsWhoDoesNotWaitAsAsked() {
        server.server()
                .faults()
                .add(Fault.when(anyRequest()).once().then(Effect.status(429).retryAfter(60)));
        server.api().post("/v1/threads", "{\"projectId\": \"proj_demo\", \"prompt\": \"a\"}");
        server.api().post("/v1/threads", "{\"projectId\": \"proj_demo\", \"prompt\": \"a\"}");

        assertThat(habits()).containsExactly(Habit.IGNORES_RETRY_AFTER);
    }

    @Test
    void findsParametersThatThereAreNot() {
        server.api().get("/v1/threads?projectID=proj_demo&somethingElse=1");

        assertThat(server.server().lint().warnings())
                .extracting(Warning::message)
                .containsExactly(
                        "listThreads has no query parameter projectID; did you mean projectId?",
                        "listThreads has no query parameter somethingElse");
    }

    @Test
    void findsWhoDoesNotSayWhatItIs() {
        server.raw().lines("GET /api/v1/models HTTP/1.1", "Host: a", "Authorization: Bearer capy_demo");

        JsonNode warning = server.control().get("/lint").ok().at("/warnings/0");
        assertThat(warning.path("habit").asText()).isEqualTo("no-user-agent");
        assertThat(warning.path("sequence").asInt()).isEqualTo(1);
    }

    @Test
    void failsOnDemand() {
        server.api().get("/v1/models").ok();
        server.api().get("/v1/models").ok();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> server.server().lint().requireClean())
                .withMessageContaining("polls-too-fast: #2 GET /api/v1/models -> 200: looks again");
    }
}
