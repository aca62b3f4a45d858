package dev.capy.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {

    @Test
    void takesAFreePortOfTheLoopbackAddress() {
        try (CapyServer server = CapyServer.start(CapyWorld.builder().build())) {
            assertThat(server.port()).isPositive();
            assertThat(server.origin()).isEqualTo("http://127.0.0.1:" + server.port());
            assertThat(server.baseUri()).hasToString(server.origin() + "/api");
            assertThat(server.controlUri()).hasToString(server.origin() + "/_capy");
            assertThat(server.token()).isEqualTo("capy_demo");
        }
    }

    @Test
    void givesEachServerAWorldOfItsOwn() {
        try (TestServer one = TestServer.manual();
                TestServer other = TestServer.manual()) {
            String thread = one.api()
                    .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                    .ok()
                    .path("id")
                    .asText();

            one.api().get("/v1/threads/" + thread).ok();
            other.api().get("/v1/threads/" + thread).refused(404, "not_found");
        }
    }

    @Test
    void tellsThatThePortIsInUse() throws Exception {
        Watched watched = new Watched();
        try (TestServer first = TestServer.manual()) {
            int port = first.server().port();

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> watched.run(() -> failing(port)))
                    .withMessage("Cannot listen on 127.0.0.1, port " + port + ": Address already in use");
            first.api().get("/v1/projects").ok();
        }
        watched.awaitEnd();
    }

    private static CapyServer failing(int port) {
        return CapyServer.builder(CapyWorld.builder().clock(ClockMode.REALTIME).build())
                .port(port)
                .start();
    }

    @Test
    void tellsThatThereIsNoSuchAddress() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> CapyServer.builder(CapyWorld.builder().build())
                        .host("nowhere.invalid")
                        .start())
                .withMessage("Cannot listen on nowhere.invalid, port 0: there is no such address");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesWhatIsNoPort(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CapyServer.builder(CapyWorld.builder().build()).port(port))
                .withMessage("port must be from 0 to 65535, was " + port);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoSpeed(double speed) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CapyServer.builder(CapyWorld.builder().build()).speed(speed));
    }

    @Test
    void refusesAnUnknownEdition() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CapyServer.builder(CapyWorld.builder().build()).edition("2001-01"))
                .withMessageContaining("2026-06");
    }

    @Test
    void namesAddressesAsUrlsDo() {
        assertThat(originAt("0.0.0.0")).startsWith("http://127.0.0.1:");
        assertThat(originAt("localhost")).startsWith("http://localhost:");
    }

    private static String originAt(String host) {
        try (CapyServer server =
                CapyServer.builder(CapyWorld.builder().build()).host(host).start()) {
            return server.origin();
        }
    }
}
