package dev.capy.core.script;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the durations of steps have in common. */
final class Durations {

    private Durations() {}

    static void requireNotNegative(@Nullable Duration duration) {
        if (duration != null && duration.isNegative()) {
            throw new IllegalArgumentException("a duration must not be negative, was " + duration);
        }
    }
}
