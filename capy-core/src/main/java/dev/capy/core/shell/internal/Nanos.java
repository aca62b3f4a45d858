package dev.capy.core.shell.internal;

import java.time.Duration;

/** Durations as nanoseconds, at most about 292 years. */
public final class Nanos {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Nanos() {}

    /** That long, or the longest there is; negative ones are none. */
    public static long of(Duration duration) {
        return duration.isNegative() ? 0 : duration.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}
