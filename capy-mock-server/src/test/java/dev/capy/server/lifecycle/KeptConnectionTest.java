package dev.capy.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One connection for several requests. */
class KeptConnectionTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/_capy/health, /_capy/health",
        "/api/v1/projects, /api/v1/projects",
        "/_capy/health, /api/v1/projects",
        "/api/v1/projects, /_capy/health",
        "/_capy/nothing, /_capy/health"
    })
    void bringsTheAnswersOneAfterTheOther(String first, String second) {
        String said = SERVER.raw()
                .exchange((request(first, "keep-alive") + request(second, "keep-alive") + request(first, "close"))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(said.split("HTTP/1.1 ", -1)).hasSize(4);
        assertThat(said).containsOnlyOnce("Connection: close").doesNotContain("HTTP/1.1 5");
    }

    private static String request(String path, String connection) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer capy_demo\r\nConnection: "
                + connection + "\r\n\r\n";
    }
}
