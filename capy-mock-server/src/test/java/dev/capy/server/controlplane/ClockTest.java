package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void standsStillUntilItIsMoved() {
        JsonNode clock = server.control().get("/clock").ok();

        assertThat(clock.path("now").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(clock.path("mode").asText()).isEqualTo("manual");
        assertThat(clock.path("speed").isNull()).isTrue();
        assertThat(clock.path("idle").asBoolean()).isTrue();
        assertThat(clock.path("heldBy")).isEmpty();
        assertThat(clock.path("pending")).isEmpty();
        assertThat(server.control().get("/clock").ok()).isEqualTo(clock);
    }

    @Test
    void showsWhatIsStillToCome() {
        startThread();

        JsonNode clock = server.control().get("/clock").ok();

        assertThat(clock.path("idle").asBoolean()).isFalse();
        assertThat(clock.path("pending")).hasSize(clock.path("pendingCount").asInt());
        assertThat(clock.path("pending").findValuesAsText("name")).anyMatch(name -> name.startsWith("title of thread"));
        assertThat(clock.at("/pending/0/foreground").asBoolean()).isTrue();
        assertThat(clock.at("/heldBy/0")).isEqualTo(clock.at("/pending/0/name"));
        assertThat(clock.path("heldBy")).hasSize((int) clock.path("pending").findValues("foreground").stream()
                .filter(JsonNode::asBoolean)
                .count());
        assertThat(clock.at("/pending/0/due").asText()).startsWith("2026-01-01T00:00:");
    }

    @Test
    void advancesByAndTo() {
        assertThat(post("advance", "{'by': 'PT15M'}").path("now").asText()).isEqualTo("2026-01-01T00:15:00.000Z");
        assertThat(post("advance", "{'by': 'P1DT0.5S'}").path("now").asText()).isEqualTo("2026-01-02T00:15:00.500Z");
        assertThat(post("advance", "{'by': 'PT0S'}").path("now").asText()).isEqualTo("2026-01-02T00:15:00.500Z");
        assertThat(post("advance-to", "{'to': '2026-02-01T00:00:00Z'}")
                        .path("now")
                        .asText())
                .isEqualTo("2026-02-01T00:00:00.000Z");
        assertThat(post("advance-to", "{'to': '2026-02-01T03:00:00+02:00'}")
                        .path("now")
                        .asText())
                .isEqualTo("2026-02-01T01:00:00.000Z");
        assertThat(post("advance-to", "{'to': '9999-12-31T23:59:59.999Z'}")
                        .path("now")
                        .asText())
                .isEqualTo("9999-12-31T23:59:59.999Z");
    }

    @Test
    void runsUntilNothingIsWaitedFor() {
        String thread = startThread();

        JsonNode clock = post("run-until-idle", "{}");

        assertThat(clock.path("idle").asBoolean()).isTrue();
        assertThat(server.api()
                        .get("/v1/threads/" + thread)
                        .ok()
                        .path("runState")
                        .asText())
                .isEqualTo("ready");
        assertThat(server.control().post("/clock/run-until-idle").ok()).isEqualTo(clock);
    }

    @Test
    void tellsWhatItStillWaitsForAtTheLimit() {
        startThread();

        var answer = server.control().post("/clock/run-until-idle", Json.text("{'limit': 'PT1S'}"));

        answer.refused(409, "conflict");
        assertThat(answer.message()).contains("title of thread");
        assertThat(server.control().get("/clock").ok().path("now").asText()).isEqualTo("2026-01-01T00:00:01.000Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "advance        | {}                                   | $.by",
                "advance        | {'by': 15}                           | $.by",
                "advance        | {'by': '15m'}                        | $.by",
                "advance        | {'by': 'P1Y'}                        | $.by",
                "advance        | {'by': 'PT-1S'}                      | $.by",
                "advance        | {'by': '-PT1S'}                      | $.by",
                "advance        | {'by': 'PT99999999999999999999H'}    | $.by",
                "advance        | {'by': 'P106751991167300D'}          | $.by",
                "advance        | {'by': 'P2912778D'}                  | $.by",
                "advance        | {'by': 'PT1S', 'at': 1}              | $.at",
                "advance        | []                                   | $",
                "advance        | null                                 | $",
                "advance-to     | {}                                   | $.to",
                "advance-to     | {'to': 'tomorrow'}                   | $.to",
                "advance-to     | {'to': '2026-02-30T00:00:00Z'}       | $.to",
                "advance-to     | {'to': '2026-01-01'}                 | $.to",
                "advance-to     | {'to': '2025-12-31T23:59:59Z'}       | $.to",
                "advance-to     | {'to': '9999-12-31T23:59:59-10:00'}  | $.to",
                "run-until-idle | {'limit': 'PT-1S'}                   | $.limit",
                "run-until-idle | {'limit': 'P99999999D'}              | $.limit",
                "run-until-idle | {'limits': 'PT1S'}                   | $.limits"
            })
    void refusesWhatIsNoTime(String operation, String body, String path) {
        String before = server.world().digest();

        var answer = server.control().post("/clock/" + operation, Json.text(body));

        assertThat(answer.invalid().paths()).contains(path);
        assertThat(server.world().digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /clock",
        "POST, /clock/advance",
        "POST, /clock/advance-to",
        "POST, /clock/run-until-idle",
        "POST, /clock/run-until"
    })
    void isOneOfAWorldThatIsThere(String method, String path) {
        String body = Json.text(
                switch (path) {
                    case "/clock/advance" -> "{'by': 'PT1S'}";
                    case "/clock/advance-to" -> "{'to': '2027-01-01T00:00:00Z'}";
                    case "/clock/run-until" -> "{'task': 'x', 'status': 'queued'}";
                    default -> "{}";
                });

        server.control()
                .request(method, path + "?world=nowhere")
                .json(body)
                .send()
                .refused(404, "not_found");
        server.control().request(method, path + "?world=").json(body).send().invalid();
        assertThat(server.world().clock().now()).hasToString("2026-01-01T00:00:00Z");
    }

    @Test
    void mayBeNamedByItsWorld() {
        assertThat(server.control()
                        .post("/clock/advance?world=default", Json.text("{'by': 'PT1S'}"))
                        .ok()
                        .path("now")
                        .asText())
                .isEqualTo("2026-01-01T00:00:01.000Z");
    }

    @Test
    void canBeMovedByHandInEveryMode() {
        for (ClockMode mode : ClockMode.values()) {
            try (TestServer other = TestServer.start(mode)) {
                assertThat(other.control()
                                .post("/clock/advance-to", Json.text("{'to': '2030-01-01T00:00:00Z'}"))
                                .ok()
                                .path("now")
                                .asText())
                        .startsWith("2030-01-01T00:");
                JsonNode clock = other.control().get("/clock").ok();
                assertThat(clock.path("now").asText()).startsWith("2030-01-01T00:");
                assertThat(clock.path("speed").asDouble()).isEqualTo(mode == ClockMode.REALTIME ? 120 : 0);
            }
        }
    }

    private JsonNode post(String operation, String body) {
        return server.control().post("/clock/" + operation, Json.text(body)).ok();
    }

    private String startThread() {
        return server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                .ok()
                .path("id")
                .asText();
    }
}
