package dev.capy.core.capx.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final ApiKey KEY = ApiKey.of("capx_sk_live_a", "acct").tier(new Tier("small", 7, 3, 2));

    private final RateLimiter limiter = new RateLimiter();
    private Instant now = Instant.parse("2026-01-01T00:00:30Z");

    @Test
    void admitsSoManyCallsInASecondAndInAMinute() {
        assertThat(calls(4)).containsExactly(true, true, true, false);
        pass(1);
        assertThat(calls(4)).containsExactly(true, true, true, false);
        pass(1);
        assertThat(calls(2)).containsExactly(true, false);
        pass(28);
        assertThat(calls(4)).as("a new minute").containsExactly(true, true, true, false);
    }

    @Test
    void tellsWhatIsLeftAndWhenToComeBack() {
        assertThat(enter())
                .isEqualTo(new RateLimit(
                        7, 6, Instant.parse("2026-01-01T00:01:00Z").getEpochSecond(), 0));
        assertThat(enter().retryAfter()).isZero();
        assertThat(enter())
                .as("a third one at once")
                .returns(true, RateLimit::isRefusal)
                .returns(1L, RateLimit::retryAfter);
        limiter.leave(KEY);
        limiter.leave(KEY);
        pass(1);
        calls(3);
        pass(1);
        calls(3);

        assertThat(enter()).returns(0, RateLimit::remaining).returns(28L, RateLimit::retryAfter);
    }

    @Test
    void countsEachKeyByItself() {
        calls(3);

        assertThat(limiter.enter(ApiKey.of("capx_sk_live_b", "acct"), () -> now).isRefusal())
                .isFalse();
    }

    @Test
    void isExactUnderManyParallelCallers() {
        ApiKey busy = KEY.tier(new Tier("busy", 1_000, 700, 1_000));
        ExecutorService clients = Executors.newFixedThreadPool(50);
        try {
            assertThat(admitted(clients, busy)).isEqualTo(700);
            pass(1);
            assertThat(admitted(clients, busy)).isEqualTo(300);
        } finally {
            clients.shutdownNow();
        }
    }

    private long admitted(ExecutorService clients, ApiKey key) {
        List<CompletableFuture<RateLimit>> calls = IntStream.range(0, 1_000)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> limiter.enter(key, () -> now), clients))
                .toList();
        return calls.stream()
                .map(CompletableFuture::join)
                .filter(limit -> !limit.isRefusal())
                .peek(limit -> limiter.leave(key))
                .count();
    }

    private RateLimit enter() {
        return limiter.enter(KEY, () -> now);
    }

    /** So many calls one after the other: whether each was admitted. */
    private List<Boolean> calls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    boolean admitted = !enter().isRefusal();
                    if (admitted) {
                        limiter.leave(KEY);
                    }
                    return admitted;
                })
                .toList();
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }
}
