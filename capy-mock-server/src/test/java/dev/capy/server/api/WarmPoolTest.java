package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.DemoWorld;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmPoolTest {

    private static final String POOL = "/v1/projects/proj_demo/warm-pool";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isAllowedAndNotConfiguredAtFirst() {
        JsonNode pool = server.api().get(POOL).ok();

        assertThat(pool.path("allowed").asBoolean()).isTrue();
        assertThat(pool.path("config").isNull()).isTrue();
        assertThat(pool.path("metadata").isNull()).isTrue();
        assertThat(pool.path("status"))
                .isEqualTo(Json.parse(Json.text("{'ready': 0, 'provisioning': 0, 'failed': 0}")));
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        patch("{'targetSize': 3, 'maxAgeMinutes': 90, 'branch': 'main'}").ok();

        JsonNode config = patch("{'targetSize': 5.0}").ok().path("config");

        assertThat(config.path("targetSize").asInt()).isEqualTo(5);
        assertThat(config.path("maxAgeMinutes").asInt()).isEqualTo(90);
        assertThat(config.path("branch").asText()).isEqualTo("main");
        assertThat(config.path("enabled").asBoolean()).isFalse();
        assertThat(config.path("setupCommands").isNull()).isTrue();
        assertThat(patch("{'branch': null}").ok().at("/config/branch").isNull()).isTrue();
        assertThat(patch("{}").ok().at("/config/targetSize").asInt()).isEqualTo(5);
    }

    @Test
    void fillsWhenItIsEnabledAndEmptiesWhenItIsNot() {
        assertThat(patch("{'enabled': true, 'targetSize': 2}")
                        .ok()
                        .at("/status/provisioning")
                        .asInt())
                .isEqualTo(2);
        Threads.runUntilIdle(server);
        JsonNode full = server.api().get(POOL).ok();
        assertThat(full.at("/status/ready").asInt()).isEqualTo(2);
        assertThat(full.at("/metadata/lastProvisionedAt").asText()).startsWith("2026-01-01T00:00:");
        assertThat(full.at("/metadata/lastClaimedAt").isNull()).isTrue();

        assertThat(patch("{'enabled': false}").ok().at("/status/ready").asInt()).isZero();
    }

    @Test
    void givesATaskAReadyInstance() {
        patch("{'enabled': true, 'targetSize': 1}").ok();
        Threads.runUntilIdle(server);

        Threads.start(server.api(), "Add a login page.");
        Threads.runUntilIdle(server);

        assertThat(instances("?status=claimed").path("items")).hasSize(1);
        assertThat(instances("?status=ready").path("items")).hasSize(1);
        assertThat(server.api().get(POOL).ok().at("/metadata/lastClaimedAt").asText())
                .startsWith("2026-01-01T00:");
    }

    @Test
    void listsInstancesNewestFirstUpToALimit() {
        patch("{'enabled': true, 'targetSize': 20}").ok();
        String test = Threads.id(server.api().post(POOL + "/test", "{}").ok());

        assertThat(instances("").path("items")).hasSize(20);
        assertThat(instances("?limit=50").path("items")).hasSize(21);
        JsonNode newest = instances("?limit=1").at("/items/0");
        assertThat(Threads.id(newest)).isEqualTo(test);
        assertThat(newest.path("isTest").asBoolean()).isTrue();
        assertThat(newest.path("provisionedAt").isNull()).isTrue();
        assertThat(newest.path("instanceId").asText()).isNotEqualTo(test);
        server.api().get(POOL + "/instances?limit=51").invalid();
        server.api().get(POOL + "/instances?status=booting").invalid();
    }

    @Test
    void showsTheStepsOfABootAsItGoes() {
        String test = Threads.id(server.api().post(POOL + "/test", "{}").ok());
        JsonNode before = server.api().get(POOL + "/instances/" + test).ok();

        Threads.runUntilIdle(server);

        assertThat(before.path("status").asText()).isEqualTo("provisioning");
        assertThat(before.at("/summary/success").asBoolean()).isFalse();
        assertThat(before.at("/summary/completedSteps").asInt()).isZero();
        assertThat(before.at("/summary/totalSteps").asInt()).isEqualTo(5);
        JsonNode after = server.api().get(POOL + "/instances/" + test).ok();
        assertThat(after.path("status").asText()).isEqualTo("ready");
        assertThat(after.path("steps").findValuesAsText("status")).hasSize(5).containsOnly("success");
        int total = 0;
        for (JsonNode step : after.path("steps")) {
            total += step.path("durationMs").asInt();
        }
        assertThat(after.at("/summary/totalDurationMs").asInt()).isBetween(total, total + 5);
    }

    @Test
    void keepsTestBootsForFifteenMinutes() {
        String test = POOL + "/instances/"
                + Threads.id(server.api().post(POOL + "/test", "{}").ok());

        server.control()
                .post("/clock/advance", Json.text("{'by': 'PT14M59.999S'}"))
                .ok();
        server.api().get(test).ok();
        server.control().post("/clock/advance", Json.text("{'by': 'PT0.001S'}")).ok();
        server.api().get(test).refused(404, "not_found");
    }

    @Test
    void savesTheCommandsOfATestBoot() {
        String commands = "{'setupCommands': [{'name': 'a', 'command': 'sleep 1', 'background': true}]}";

        server.api().post(POOL + "/test", Json.text(commands)).ok();

        JsonNode saved = server.api().get(POOL).ok().at("/config/setupCommands");
        assertThat(saved).isEqualTo(Json.parse(Json.text(commands)).path("setupCommands"));
        server.api().post(POOL + "/test", Json.text("{'setupCommands': null}")).ok();
        assertThat(server.api().get(POOL).ok().at("/config/setupCommands").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isClearedAndFilledAgainIfAsked(boolean replenish) {
        patch("{'enabled': true, 'targetSize': 2}").ok();
        Threads.runUntilIdle(server);

        JsonNode cleared = server.api()
                .post(POOL + "/clear", "{\"replenish\": " + replenish + "}")
                .ok();

        assertThat(cleared.path("cleared").asInt()).isEqualTo(2);
        assertThat(cleared.at("/status/ready").asInt()).isZero();
        assertThat(cleared.at("/status/provisioning").asInt()).isEqualTo(replenish ? 2 : 0);
    }

    @Test
    void belongsToItsProject() {
        String test = Threads.id(server.api().post(POOL + "/test", "{}").ok());

        server.api().get("/v1/projects/proj_empty/warm-pool/instances/" + test).refused(404, "not_found");
        server.as("capy_demo_outsider")
                .get("/v1/projects/proj_other/warm-pool/instances/" + test)
                .refused(404, "not_found");
    }

    @Test
    void canOnlyBeLookedAtWhereItIsNotAllowed() {
        try (TestServer other =
                TestServer.of(world -> world.fixture(DemoWorld.with(demo -> demo.warmPoolAllowed(false))))) {
            assertThat(other.api().get(POOL).ok().path("allowed").asBoolean()).isFalse();
            other.api().patch(POOL, Json.text("{'enabled': true}")).refused(403, "forbidden");
            other.api().post(POOL + "/test", "{}").refused(403, "forbidden");
            other.api().post(POOL + "/clear", "{}").refused(403, "forbidden");
            assertThat(other.api().get(POOL + "/instances").ok().path("items")).isEmpty();
        }
    }

    private Answer patch(String body) {
        return server.api().patch(POOL, Json.text(body));
    }

    private JsonNode instances(String query) {
        return server.api().get(POOL + "/instances" + query).ok();
    }
}
