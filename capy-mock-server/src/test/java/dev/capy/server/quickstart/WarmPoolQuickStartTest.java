package dev.capy.server.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.TestServer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Source: seed 003. */
class WarmPoolQuickStartTest {

    static Stream<Arguments> everyClockAndRunner() {
        return Arrays.stream(ClockMode.values())
                .flatMap(clock -> Arrays.stream(Runner.values()).map(runner -> Arguments.of(clock, runner)));
    }

    @ParameterizedTest
    @MethodSource("everyClockAndRunner")
    void bootsAMachineAndThePool(ClockMode clock, Runner runner) {
        try (TestServer server = TestServer.start(clock)) {
            WarmPoolManual manual = new WarmPoolManual(server, runner);

            assertThat(manual.projects().path("items").findValuesAsText("id")).contains("proj_demo");
            assertThat(manual.configure().at("/config/enabled").asBoolean()).isTrue();
            JsonNode over = manual.pollUntilOver(manual.test().path("id").asText());

            assertThat(over.path("status").asText()).isEqualTo("ready");
            JsonNode summary = over.path("summary");
            assertThat(summary.path("success").asBoolean()).isTrue();
            assertThat(summary.path("totalDurationMs").asLong()).isBetween(20_000L, 60_000L);
            assertThat(summary.path("failedStep").isNull()).isTrue();
            assertThat(summary.path("error").isNull()).isTrue();
            assertThat(summary.path("completedSteps").asInt()).isEqualTo(6);
            assertThat(summary.path("totalSteps").asInt()).isEqualTo(6);
            assertThat(names(over))
                    .containsExactly(
                            "create_vm", "ensure_server", "set_env_vars", "clone_repo", "init_repo", "warm_pool_setup");
            JsonNode pool = server.poll(
                    manual::status, seen -> seen.at("/status/provisioning").asInt() == 0);
            assertThat(pool.at("/status/ready").asInt()).isEqualTo(3);
            assertThat(pool.at("/status/failed").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("everyClockAndRunner")
    void tellsWhyABootFailedAndTriesAgain(ClockMode clock, Runner runner) {
        try (TestServer server = TestServer.start(clock)) {
            WarmPoolManual manual = new WarmPoolManual(server, runner);

            JsonNode failed = manual.pollUntilOver(
                    manual.iterate("cd /home/app && echo Could not resolve dependency >&2 && exit 1")
                            .path("id")
                            .asText());
            JsonNode repaired = manual.pollUntilOver(manual.iterate().path("id").asText());

            assertThat(failed.path("status").asText()).isEqualTo("failed");
            JsonNode summary = failed.path("summary");
            assertThat(summary.path("success").asBoolean()).isFalse();
            assertThat(summary.path("failedStep").asText()).isEqualTo("warm_pool_setup");
            assertThat(summary.path("error").asText()).isEqualTo("exit code 1: Could not resolve dependency");
            assertThat(summary.path("totalSteps").asInt()).isEqualTo(6);
            assertThat(summary.path("completedSteps").asInt()).isEqualTo(5);
            assertThat(failed.at("/steps/5/status").asText()).isEqualTo("error");
            assertThat(repaired.path("status").asText()).isEqualTo("ready");
        }
    }

    @ParameterizedTest
    @MethodSource("everyClockAndRunner")
    void clearsAndRebuildsThePool(ClockMode clock, Runner runner) {
        try (TestServer server = TestServer.start(clock)) {
            WarmPoolManual manual = new WarmPoolManual(server, runner);
            manual.configure();
            server.poll(manual::status, seen -> seen.at("/status/ready").asInt() == 3);

            JsonNode cleared = manual.clear();

            assertThat(cleared.path("cleared").asInt()).isEqualTo(3);
            assertThat(cleared.at("/status/ready").asInt()).isZero();
            assertThat(cleared.at("/status/provisioning").asInt()).isEqualTo(3);
            server.poll(manual::status, seen -> seen.at("/status/ready").asInt() == 3);
        }
    }

    private static List<String> names(JsonNode instance) {
        return instance.path("steps").findValuesAsText("name");
    }
}
