package dev.capy.core.capx.account;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Counts the calls of keys in minutes and seconds of the world's time, and those that are under way. Exact under any number
 * of parallel callers: no call passes beyond a limit, and none is refused below it. A refused call is not counted.
 *
 * <p>What it counts is no part of the world: a call that only reads must not change a digest. A world that is restored or
 * reset counts from nothing. Thread-safe.
 */
public final class RateLimiter {

    private static final int MINUTE = 60;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    /**
     * Admits a call or refuses it. What was admitted is under way until {@link #leave}.
     *
     * @param clock the world's time, looked at once it is the caller's turn
     */
    public RateLimit enter(ApiKey key, Supplier<Instant> clock) {
        return window(key).enter(key.tier(), clock);
    }

    /** A call that was admitted is over, or has become a stream, which does not count. */
    public void leave(ApiKey key) {
        window(key).leave();
    }

    private Window window(ApiKey key) {
        return windows.computeIfAbsent(key.name(), name -> new Window());
    }

    /** What one key has done in the latest minute and second. */
    private static final class Window {

        private long second = Long.MIN_VALUE;
        private int inSecond;
        private int inMinute;
        private int underWay;

        synchronized RateLimit enter(Tier tier, Supplier<Instant> clock) {
            turnTo(clock.get().getEpochSecond());
            long wait = wait(tier);
            if (wait == 0) {
                inSecond++;
                inMinute++;
                underWay++;
            }
            int remaining = Math.max(0, tier.perMinute() - inMinute);
            return new RateLimit(tier.perMinute(), remaining, nextMinute(), wait);
        }

        synchronized void leave() {
            underWay = Math.max(0, underWay - 1); // it may have entered before the world was restored
        }

        private void turnTo(long now) {
            if (now > second) {
                inMinute = Math.floorDiv(now, MINUTE) == Math.floorDiv(second, MINUTE) ? inMinute : 0;
                inSecond = 0;
                second = now;
            }
        }

        private long wait(Tier tier) {
            if (inMinute >= tier.perMinute()) {
                return nextMinute() - second;
            }
            return inSecond >= tier.perSecond() || underWay >= tier.concurrent() ? 1 : 0;
        }

        private long nextMinute() {
            return (Math.floorDiv(second, MINUTE) + 1) * MINUTE;
        }
    }
}
