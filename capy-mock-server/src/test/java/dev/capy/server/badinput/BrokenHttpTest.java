package dev.capy.server.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no client would send: refused in the envelope, or the server hangs up. */
class BrokenHttpTest {

    private static final TestServer SERVER = TestServer.manual();
    private static final String BEFORE = SERVER.world().digest();
    private static final String POST = lines(
            "POST /api/v1/threads HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer capy_demo",
            "Content-Type: application/json",
            "Connection: close");
    private static final String GET =
            lines("GET /api/v1/projects HTTP/1.1", "Authorization: Bearer capy_demo", "Connection: close");

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("bytes that are no text", "\0\1\2ÿþ garbage\r\n\r\n", 400),
                Arguments.of("a TLS greeting", "\u0016\3\1\0ñ\1\0\0í\3\3" + "\0".repeat(200), 400),
                Arguments.of("no version", "GET /api/v1/projects\r\n\r\n", 400),
                Arguments.of("another version", "GET / HTTP/7.0\r\n\r\n", 400),
                Arguments.of("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 426),
                Arguments.of("no Host", GET + "\r\n", 400),
                Arguments.of("two Hosts", GET + "Host: a\r\nHost: b\r\n\r\n", 400),
                Arguments.of("a header without a colon", GET + "Host: a\r\nnothing\r\n\r\n", 400),
                Arguments.of("a NUL in a header", GET + "Host: a\r\nX: a\0b\r\n\r\n", 400),
                Arguments.of("a tunnel", "CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
                Arguments.of("a long path", "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414),
                Arguments.of("a long header", GET + "Host: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n", 431),
                Arguments.of("many headers", GET + "Host: a\r\n" + manyHeaders() + "\r\n", 431),
                Arguments.of("no length", POST + "Content-Length: many\r\n\r\n{}", 400),
                Arguments.of("a negative length", POST + "Content-Length: -1\r\n\r\n{}", 400),
                Arguments.of(
                        "a length beyond all numbers", POST + "Content-Length: 99999999999999999999\r\n\r\n{}", 400),
                Arguments.of("two lengths", POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
                Arguments.of(
                        "a length and chunks",
                        POST + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400),
                Arguments.of("an unknown encoding", POST + "Transfer-Encoding: gzip\r\n\r\n{}", 400),
                Arguments.of("half a body", POST + "Content-Length: 100\r\n\r\n{}", 400),
                Arguments.of("a chunk without a size", POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", 400),
                Arguments.of("half a chunk", POST + "Transfer-Encoding: chunked\r\n\r\n5\r\n{}", 400),
                Arguments.of("a body that is announced too long", POST + "Content-Length: 1048577\r\n\r\n", 413),
                Arguments.of("an odd expectation", POST + "Expect: tea\r\nContent-Length: 2\r\n\r\n{}", 417));
    }

    private static String manyHeaders() {
        return IntStream.range(0, 3_000).mapToObj(i -> "X-" + i + ": a\r\n").collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isRefusedInTheEnvelope(String what, String characters, int status) {
        Answer answer = SERVER.raw().refused(characters);

        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.header("x-request-id")).as(what).isPresent();
        assertThat(SERVER.world().digest()).isEqualTo(BEFORE);
        SERVER.api().get("/v1/projects").ok();
    }

    @Test
    void isRefusedInTheEnvelopeOfTheOtherApi() {
        String request =
                lines("GET /capx/v1/companies HTTP/1.1", "Host: a", "Connection: close", "X: " + "a".repeat(20_000));

        Answer answer = SERVER.raw().send(request + "\r\n");

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.json().path("success").asBoolean(true)).isFalse();
        assertThat(answer.json().at("/meta/request_id").asText())
                .isEqualTo(answer.header("x-request-id").orElseThrow());
    }

    @Test
    void mayBeNothingAtAll() {
        assertThat(SERVER.raw().exchange(new byte[0])).isEmpty();
        assertThat(SERVER.raw().exchange("\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }
}
