package dev.capy.server.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/_capy",
                "/_capy/nothing",
                "/favicon.ico",
                "/index.html",
                "/v1/projects",
                "/api/v1",
                "/api/v1/nothing",
                "/api/v1/projects/",
                "/api/v1//projects",
                "//api/v1/projects",
                "/api/v1/projects;a=b",
                "/API/v1/projects",
                "/api%2Fv1/projects",
                "/api/v1/../v1/projects",
                "/api/v1/%2e%2e/v1/projects",
                "/api/../_capy/health",
                "/api\\v1\\projects",
                "/api/v1/threads/a%2Fb",
                "/api/v1/threads/%ff",
                "/api/v1/threads/a%20b/stop/now"
            })
    void thatLeadsNowhereIsNotFound(String path) {
        send("GET", path).refused(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/threads/%zz", "/api/v1/threads/%00", "/../../etc/passwd"})
    void thatIsNoneIsABadRequest(String path) {
        send("GET", path).refused(400, "bad_request");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,  /api/v1/threads,                      'GET, POST'",
        "PUT,     /api/v1/projects/x/warm-pool,         'GET, PATCH'",
        "GET,     /api/v1/threads/x/stop,               POST",
        "HEAD,    /api/v1/threads/x/stop,               POST",
        "OPTIONS, /api/v1/projects,                     GET",
        "TRACE,   /api/v1/projects,                     GET",
        "BREW,    /api/v1/projects,                     GET",
        "get,     /api/v1/projects,                     GET",
        "GET,     /_capy/clock/advance,                 POST",
        "DELETE,  /_capy/clock,                         'GET, PUT'"
    })
    void tellsWhichMethodsItHas(String method, String path, String allowed) {
        Answer answer = send(method, path);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).hasValue(allowed);
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        Answer head = send("HEAD", "/api/v1/projects");
        Answer get = send("GET", "/api/v1/projects");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("content-length"))
                .isEqualTo(get.header("content-length"))
                .isPresent();
    }

    @Test
    void mayBeAWholeUrl() {
        send("GET", "http://localhost/api/v1/projects").ok();
    }

    private static Answer send(String method, String path) {
        return SERVER.raw()
                .lines(method + " " + path + " HTTP/1.1", "Host: localhost", "Authorization: Bearer capy_demo");
    }
}
