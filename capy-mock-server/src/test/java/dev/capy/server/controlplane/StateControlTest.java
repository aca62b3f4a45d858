package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateControlTest {

    private static final String STATE = "/state";
    private static final String THREAD = "{\"projectId\": \"proj_demo\", \"prompt\": \"Add a login page 🙂.\"}";
    private static final String LATER = "{\"by\": \"PT5M\"}";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goesOnInAnotherServerWhereItStood() {
        server.api().post("/v1/threads", THREAD).ok();
        server.control().post("/clock/advance", "{\"by\": \"PT20S\"}").ok();
        JsonNode state = server.control().get(STATE).ok();

        try (TestServer other = TestServer.of(world -> world.seed(99))) {
            JsonNode restored = other.control().put(STATE, state.toString()).ok();

            assertThat(restored.path("digest").asText()).isEqualTo(other.world().digest());
            assertThat(restored.path("now").asText()).isEqualTo("2026-01-01T00:00:20.000Z");
            assertThat(restored.path("missing")).isNotEmpty();
            assertThat(other.control().get(STATE).ok()).isEqualTo(state);

            server.control().post("/clock/advance", LATER).ok();
            other.control().post("/clock/advance", LATER).ok();
            assertThat(other.api().get("/v1/threads?projectId=proj_demo").ok())
                    .isEqualTo(
                            server.api().get("/v1/threads?projectId=proj_demo").ok());
            assertThat(other.control().get(STATE).ok())
                    .isEqualTo(server.control().get(STATE).ok());
        }
    }

    @Test
    void isResetToTheFixture() {
        String beginning = server.world().digest();
        server.api().post("/v1/threads", THREAD).ok();
        server.control().post("/clock/advance", LATER).ok();

        JsonNode reset = server.control().post("/state/reset", "{}").ok();

        assertThat(reset.path("digest").asText()).isEqualTo(beginning);
        assertThat(reset.path("now").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(server.api().get("/v1/threads?projectId=proj_demo").ok().path("items"))
                .isEmpty();
    }

    @Test
    void isComparedRecordByRecord() {
        JsonNode before = server.control().get(STATE).ok();
        String id = server.api().post("/v1/threads", THREAD).ok().path("id").asText();

        JsonNode diff = server.control()
                .post("/state/diff", "{\"before\": " + before + "}")
                .ok();

        assertThat(diff.path("records").findParents("table"))
                .filteredOn(record -> record.path("table").asText().equals("threads"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.path("id").asText()).isEqualTo(id);
                    assertThat(record.path("kind").asText()).isEqualTo("added");
                });
    }

    @Test
    void isRefusedWhereItIsNoDocument() {
        String digest = server.world().digest();
        ObjectNode state = (ObjectNode) server.control().get(STATE).ok();
        state.put("clock", "sundial");

        server.control().put(STATE, "{}").invalid();
        server.control().put(STATE, "{\"version\": 2}").invalid();
        server.control().put(STATE, "{\"version\": 1}").refused(409, "conflict");
        assertThat(server.control().put(STATE, state.toString()).invalid().message())
                .isNotBlank();
        assertThat(server.world().digest()).isEqualTo(digest);
    }

    @Test
    void isRefusedWhereItHasOtherTokens() {
        String other =
                CapyWorld.builder().fixture(Fixture.empty()).build().dump().json();

        server.control().put(STATE, other).refused(409, "conflict");
    }

    @Test
    void aForkIsAWorldOfItsOwn() {
        server.api().post("/v1/threads", THREAD).ok();

        JsonNode fork = server.control().post("/worlds/default/fork", "{}").ok();

        String world = "?world=" + fork.path("id").asText();
        assertThat(server.control().get(STATE + world).ok())
                .isEqualTo(server.control().get(STATE).ok());
        server.control().post("/clock/advance" + world, LATER).ok();
        assertThat(server.control().get("/clock").ok().path("now").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(server.as(fork.path("tokens").path("capy_demo").asText())
                        .get("/v1/threads?projectId=proj_demo")
                        .ok()
                        .path("items"))
                .hasSize(1);
        server.control().post("/worlds/nowhere/fork", "{}").refused(404, "not_found");
    }

    @Test
    void followsRealTimeFromWhereItStandsThen() {
        try (TestServer realtime = TestServer.start(ClockMode.REALTIME)) {
            realtime.world().clock().advance(Duration.ofDays(30));

            JsonNode reset = realtime.control().post("/state/reset", "{}").ok();

            assertThat(reset.path("now").asText()).startsWith("2026-01-01T00:0");
            assertThat(realtime.control().get("/clock").ok().path("now").asText())
                    .startsWith("2026-01-01T0");
        }
    }
}
