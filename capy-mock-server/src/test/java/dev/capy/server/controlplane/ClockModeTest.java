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

/** What makes time move, chosen over the control plane. */
class ClockModeTest {

    private final TestServer server = TestServer.start(world -> world, how -> how.speed(90));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void followsRealTimeFromWhereItStands() {
        JsonNode clock = put("{'mode': 'realtime', 'speed': 3600}");

        assertThat(clock.path("mode").asText()).isEqualTo("realtime");
        assertThat(clock.path("speed").asDouble()).isEqualTo(3600);
        assertThat(clock.path("now").asText()).startsWith("2026-01-01T0");
        server.poll(() -> server.world().clock().now().toString(), now -> now.compareTo("2026-01-01T00:05") > 0);
    }

    @Test
    void standsStillAgain() {
        put("{'mode': 'realtime', 'speed': 1000000}");

        String stopped = put("{'mode': 'manual'}").path("now").asText();

        assertThat(server.control().get("/clock").ok().path("now").asText()).isEqualTo(stopped);
        assertThat(server.control().get("/clock").ok().path("mode").asText()).isEqualTo("manual");
        assertThat(server.control().get("/clock").ok().path("speed").isNull()).isTrue();
    }

    @Test
    void goesOnWhenItIsPolled() {
        put("{'mode': 'on-poll'}");

        server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                .ok();
        server.api().get("/v1/projects").ok();

        assertThat(server.world().clock().now()).isAfter("2026-01-01T00:00:00Z");
    }

    @Test
    void keepsItsSpeedUnlessItIsTold() {
        assertThat(put("{'mode': 'realtime'}").path("speed").asDouble()).isEqualTo(90);
        assertThat(put("{'speed': 7.5}").path("speed").asDouble()).isEqualTo(7.5);
        assertThat(put("{'mode': 'realtime'}").path("speed").asDouble()).isEqualTo(7.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | $",
                "{'mode': 'wall'}                    | $.mode",
                "{'mode': 'REALTIME'}                | $.mode",
                "{'mode': null}                      | $.mode",
                "{'speed': 10}                       | $.speed",
                "{'mode': 'manual', 'speed': 10}     | $.speed",
                "{'mode': 'realtime', 'speed': 0}    | $.speed",
                "{'mode': 'realtime', 'speed': -1}   | $.speed",
                "{'mode': 'realtime', 'speed': '1'}  | $.speed",
                "{'mode': 'realtime', 'speed': 1e999} | $.speed",
                "{'mood': 'manual'}                  | $.mood"
            })
    void refusesWhatIsNoMode(String body, String path) {
        assertThat(server.control().put("/clock", Json.text(body)).invalid().paths())
                .contains(path);
        assertThat(server.world().clock().mode()).isEqualTo(ClockMode.MANUAL);
    }

    private JsonNode put(String body) {
        return server.control().put("/clock", Json.text(body)).ok();
    }
}
