package dev.capy.server.fault;

import static dev.capy.server.fault.Effect.emptyBody;
import static dev.capy.server.fault.Effect.garbage;
import static dev.capy.server.fault.Effect.latency;
import static dev.capy.server.fault.Effect.status;
import static dev.capy.server.fault.Effect.truncated;
import static dev.capy.server.verify.Match.containing;
import static dev.capy.server.verify.RequestPattern.anyRequest;
import static dev.capy.server.verify.RequestPattern.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capy.core.kernel.error.Conflict;
import dev.capy.server.http.Ending;
import dev.capy.server.http.Point;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final String THREAD = Json.text("{'projectId': 'proj_demo', 'prompt': 'login'}");
    private static final String MODELS =
            "GET /api/v1/models HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer capy_demo\r\nConnection: close\r\n\r\n";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private Faults faults() {
        return server.server().faults();
    }

    private List<Integer> statuses(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> server.raw().send(MODELS).status())
                .toList();
    }

    @Test
    void strikesTheRequestsItIsFor() {
        faults().add(Fault.when(operation("listModels")).nth(2).then(status(503)));

        assertThat(statuses(3)).containsExactly(200, 503, 200);
        server.api().get("/v1/projects").ok();
    }

    @Test
    void strikesAsOftenAsItIsToldTo() {
        faults().add(Fault.when(anyRequest()).every(2).times(2).then(status(503)));
        assertThat(statuses(7)).containsExactly(200, 503, 200, 503, 200, 200, 200);

        faults().clear();
        faults().add(Fault.when(anyRequest()).first(2).then(status(429)));
        assertThat(statuses(3)).containsExactly(429, 429, 200);
    }

    @Test
    void strikesByChanceAndYetTheSameInEveryWorldOfASeed() {
        faults().add(Fault.when(anyRequest()).percentage(50).then(status(503)));
        try (TestServer other = TestServer.manual()) {
            other.server().faults().add(Fault.when(anyRequest()).percentage(50).then(status(503)));

            List<Integer> struck = statuses(30);

            assertThat(struck).contains(200, 503);
            assertThat(IntStream.range(0, 30)
                            .mapToObj(i -> other.raw().send(MODELS).status()))
                    .isEqualTo(struck);
        }
    }

    @Test
    void answersInTheEnvelope() {
        faults().add(Fault.when(anyRequest()).then(status(429).retryAfter(3)));

        assertThat(server.api().get("/v1/models").refused(429, "rate_limited").header("retry-after"))
                .contains("3");
    }

    @Test
    void changesNothingBeforeHandling() {
        String before = server.world().digest();
        faults().add(Fault.when(operation("createAndStartThread").withJson("$.prompt", containing("log")))
                .then(status(409)));

        server.api().post("/v1/threads", THREAD).refused(409, "conflict");

        assertThat(server.world().digest()).isEqualTo(before);
    }

    @Test
    void leavesWhatWasCommittedWhenItStrikesAfterwards() {
        faults().add(Fault.when(operation("createAndStartThread"))
                .at(Point.AFTER_COMMIT)
                .once()
                .then(Effect.close()));

        assertThat(server.raw().exchange(post())).isEmpty();

        assertThat(server.api().get("/v1/threads?projectId=proj_demo").ok().path("items"))
                .hasSize(1);
        assertThat(server.server().requests().find(1))
                .map(request -> request.ending())
                .contains(Ending.CLOSED);
    }

    private static byte[] post() {
        return ("POST /api/v1/threads HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer capy_demo\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + THREAD.length() + "\r\n\r\n" + THREAD)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void movesTheWorldsClockWhenItIsLate() {
        faults().add(Fault.when(anyRequest()).once().then(latency(Duration.ofMinutes(5))));

        server.api().get("/v1/models").ok();

        assertThat(server.world().clock().now()).isEqualTo(Instant.parse("2026-01-01T00:05:00Z"));
    }

    @Test
    void leavesTheWorldsClockAloneInWallTime() {
        faults().add(Fault.when(anyRequest())
                .once()
                .then(latency(Duration.ofMillis(30)).inWallTime()));

        server.api().get("/v1/models").ok();

        assertThat(server.world().clock().now()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        Duration duration = server.server()
                .requests()
                .await(all -> all.get(0).duration(), known -> !known.isZero(), Duration.ofSeconds(20));
        assertThat(duration).isGreaterThan(Duration.ofMillis(29));
    }

    @Test
    void spoilsBodies() {
        faults().add(Fault.when(anyRequest()).nth(1).then(emptyBody()));
        faults().add(Fault.when(anyRequest()).nth(1).then(garbage()));
        faults().add(Fault.when(anyRequest()).nth(1).then(truncated(10)));

        assertThat(server.raw().send(MODELS).text()).isEmpty();
        assertThat(server.raw().send(MODELS).text()).startsWith("}");
        assertThat(server.raw().send(MODELS).text()).hasSize(10).startsWith("{");
        assertThat(server.raw().send(MODELS).json().path("models").isArray()).isTrue();
    }

    @Test
    void isListedUntilItIsUsed() {
        faults().add(Fault.when(operation("getTask")).named("a").then(status(500)));
        faults().add(Fault.when(operation("listModels")).then(status(500)));
        statuses(2);

        assertThat(faults().all()).extracting(FaultUse::used).containsExactly(0L, 2L);
        assertThat(faults().unused()).extracting(Fault::name).containsExactly("a");
    }

    @Test
    void isRefusedWhereItMakesNoSense() {
        faults().add(Fault.when(anyRequest()).named("a").then(status(500)));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(
                        () -> faults().add(Fault.when(anyRequest()).named("a").then(status(500))));
        assertThatIllegalArgumentException().isThrownBy(() -> status(200));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Fault.when(anyRequest()).at(Point.BEFORE_ROUTING).then(emptyBody()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Fault.when(anyRequest()).at(Point.WHILE_SENDING).then(status(500)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faults().add(Fault.when(operation("getThred")).then(status(500))))
                .withMessageContaining("did you mean getThread?");
    }
}
