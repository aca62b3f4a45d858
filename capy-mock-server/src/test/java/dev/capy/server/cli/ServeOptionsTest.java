package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import dev.capy.server.testing.RawClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeOptionsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"manual, MANUAL", "on-poll, ON_POLL", "realtime, REALTIME"})
    void chooseTheClock(String word, ClockMode mode) {
        try (CapyServer server = Cli.serve("--port=0", "--clock=" + word)) {
            assertThat(server.world().clock().mode()).isEqualTo(mode);
            assertThat(server.world().clock().now().equals(CapyClock.EPOCH)).isEqualTo(mode != ClockMode.REALTIME);
        }
    }

    @Test
    void areRealTimeAtSixtyTimesItsSpeedUnlessSaidOtherwise() {
        try (CapyServer usual = Cli.serve("--port=0");
                CapyServer fast = Cli.serve("--port=0", "--speed=1000")) {
            assertThat(clock(usual, "Host: localhost")).contains("\"mode\":\"realtime\"", "\"speed\":60.0");
            assertThat(clock(fast, "Host: localhost")).contains("\"speed\":1000.0");
        }
    }

    @Test
    void chooseTheSeed() {
        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--seed=-7");
                CapyServer same =
                        Cli.serve("--port=0", "--clock=manual", "--seed=-7", "--strict", "--edition=2026-06")) {
            assertThat(server.world().seed()).isEqualTo(-7);
            assertThat(same.world().digest()).isEqualTo(server.world().digest());
        }
    }

    @Test
    void chooseTheAddress() {
        try (CapyServer server = Cli.serve("--port=0", "--host=localhost")) {
            assertThat(server.origin()).startsWith("http://localhost:");
        }
    }

    @Test
    void nameWhoMayUseTheControlPlane() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "secret\n");
        try (CapyServer named = Cli.serve("--port=0", "--allow-host=a.test", "--allow-host=b.test");
                CapyServer guarded = Cli.serve("--port=0", "--admin-token-file=" + token)) {
            assertThat(clock(named, "Host: b.test")).contains("\"now\"");
            assertThat(clock(named, "Host: c.test")).contains("\"forbidden\"");
            assertThat(clock(guarded, "Host: localhost")).contains("\"unauthorized\"");
            assertThat(clock(guarded, "Host: localhost", "Authorization: Bearer secret"))
                    .contains("\"now\"");
        }
    }

    @Test
    void chooseTheWorld() throws IOException {
        Path file = Files.writeString(directory.resolve("world.yaml"), """
                organizations:
                  - id: org_mine
                    users:
                      - id: me
                        tokens: [capy_mine]
                    projects:
                      - id: proj_mine
                """);
        try (CapyServer server = Cli.serve("--port=0", "--fixture=" + file)) {
            assertThat(server.token()).isEqualTo("capy_mine");
            assertThat(server.world().as("capy_mine").projects()).hasSize(1);
        }
    }

    private static String clock(CapyServer server, String header, String... more) {
        String[] lines = new String[more.length + 2];
        lines[0] = "GET /_capy/clock HTTP/1.1";
        lines[1] = header;
        System.arraycopy(more, 0, lines, 2, more.length);
        return new RawClient(server.port()).lines(lines).text();
    }
}
