package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the control plane: no web page, and no name that an attacker could point at this machine. */
class GuardTest {

    private static final TestServer OPEN = TestServer.start(world -> world, how -> how.allowHost("Capy.test"));
    private static final TestServer SECRET = TestServer.start(world -> world, how -> how.adminToken("secret"));

    @AfterAll
    static void close() {
        OPEN.close();
        SECRET.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    void knowsTheLoopbackNames(String host) {
        assertThat(health(OPEN, "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test",
                "localhost.evil.test",
                "127.0.0.1.evil.test:80",
                "capy.tester",
                "0.0.0.0",
                "2130706433"
            })
    void knowsNoOtherName(String host) {
        health(OPEN, "Host: " + host).refused(403, "forbidden");
    }

    @Test
    void knowsTheNamesItIsTold() {
        assertThat(health(OPEN, "Host: capy.TEST:80").status()).isEqualTo(200);
        health(OPEN, "Host: other.capy.test").refused(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.test", "http://localhost", "null"})
    void answersNoWebPage(String origin) {
        health(OPEN, "Host: localhost", "Origin: " + origin).refused(403, "forbidden");
        health(SECRET, "Host: localhost", "Authorization: Bearer secret", "Origin: " + origin)
                .refused(403, "forbidden");
    }

    @Test
    void asksForTheAdminTokenWhereThereIsOne() {
        health(SECRET, "Host: localhost").refused(401, "unauthorized");
        health(SECRET, "Host: localhost", "Authorization: Bearer wrong").refused(401, "unauthorized");
        health(SECRET, "Host: localhost", "Authorization: Bearer capy_demo").refused(401, "unauthorized");
        health(SECRET, "Host: localhost", "Authorization: Basic secret").refused(401, "unauthorized");
        assertThat(health(SECRET, "Host: localhost", "Authorization: Bearer secret")
                        .status())
                .isEqualTo(200);
        assertThat(health(SECRET, "Host: anywhere.test", "Authorization: bearer secret")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void doesNotGuardTheApi() {
        assertThat(SECRET.raw()
                        .lines(
                                "GET /api/v1/projects HTTP/1.1",
                                "Host: capy.test",
                                "Origin: http://app.test",
                                "Authorization: Bearer capy_demo")
                        .status())
                .isEqualTo(200);
        SECRET.as("secret").get("/v1/projects").refused(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /_capy/nothing", "DELETE /_capy/clock", "GET /_capy/openapi.json"})
    void comesBeforeEverythingElse(String target) {
        OPEN.raw().lines(target + " HTTP/1.1", "Host: evil.test").refused(403, "forbidden");
    }

    private static Answer health(TestServer server, String... headers) {
        List<String> lines = new ArrayList<>(List.of("GET /_capy/health HTTP/1.1"));
        lines.addAll(List.of(headers));
        return server.raw().lines(lines.toArray(String[]::new));
    }
}
