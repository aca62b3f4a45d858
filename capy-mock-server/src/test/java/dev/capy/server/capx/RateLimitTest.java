package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.capx.account.Tier;
import dev.capy.core.fixture.Fixture;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final int CLIENTS = 50;
    private static final String KEY = "capx_sk_live_busy";

    private final TestServer server = TestServer.of(world -> world.fixture(Fixture.demo()
            .capxAccount(
                    "acct_busy",
                    account -> account.key(KEY, key -> key.tier(new Tier("enterprise", 300, 200, CLIENTS))))));
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void close() {
        clients.shutdownNow();
        server.close();
    }

    /** How many of so many requests of many clients at once are admitted. */
    private long admitted(int requests) throws Exception {
        List<Future<Integer>> answers = IntStream.range(0, requests)
                .mapToObj(i ->
                        clients.submit(() -> server.capx(KEY).get("/companies").status()))
                .toList();
        long admitted = 0;
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(200, 429);
            admitted += answer.get() == 200 ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void isExactUnderManyClients() throws Exception {
        assertThat(admitted(199)).isEqualTo(199);
        assertThat(admitted(100)).isEqualTo(1);

        server.world().clock().advance(Duration.ofSeconds(1));
        assertThat(admitted(200)).isEqualTo(100);

        server.world().clock().advance(Duration.ofSeconds(59));
        assertThat(admitted(150)).isEqualTo(150);
    }

    @Test
    void tellsWhatIsLeftAndWhenThereIsMore() {
        server.world().clock().advanceTo(Instant.parse("2026-01-01T00:00:20.5Z"));

        Answer first = server.capx("capx_sk_test_demo").get("/companies");
        Answer second = server.capx("capx_sk_test_demo").get("/companies/none");

        assertThat(first.header("x-ratelimit-limit")).hasValue("60");
        assertThat(first.header("x-ratelimit-remaining")).hasValue("59");
        assertThat(second.header("x-ratelimit-remaining")).hasValue("58");
        assertThat(first.header("x-ratelimit-reset"))
                .hasValue(String.valueOf(Instant.parse("2026-01-01T00:01:00Z").getEpochSecond()));
    }

    @Test
    void saysWhenToComeAgain() {
        for (int i = 0; i < 10; i++) {
            server.capx("capx_sk_test_demo").get("/companies").data(200);
        }

        Answer refused = server.capx("capx_sk_test_demo").get("/companies").refused(429, "rate_limit_exceeded");

        assertThat(refused.header("retry-after")).hasValue("1");
        assertThat(refused.json().at("/error/docs").asText()).isEqualTo("https://capx.ai/docs/api#rate-limits");
        server.world().clock().advance(Duration.ofSeconds(1));
        server.capx("capx_sk_test_demo").get("/companies").data(200);
    }

    @Test
    void countsEachKeyByItself() {
        for (int i = 0; i < 11; i++) {
            server.capx("capx_sk_test_demo").get("/companies");
        }

        server.capx().get("/companies").data(200);
    }
}
