package dev.capy.core.warmpool;

import dev.capy.core.kernel.Timer;
import java.time.Duration;

/** What falls due in a warm pool; all of it in the background. */
final class PoolTimers {

    /** How long a test boot and its record are kept, from when it was triggered. */
    static final Duration TEST_LIFE = Duration.ofMinutes(15);

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(30);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);

    private PoolTimers() {}

    /** A ready instance has reached its age. */
    record Aged(String instanceId) implements Timer {
        @Override
        public String describe() {
            return "ageing of warm pool instance " + instanceId;
        }
    }

    /** A test boot goes. */
    record TestOver(String instanceId) implements Timer {
        @Override
        public String describe() {
            return "deletion of test boot " + instanceId;
        }
    }

    /** A pool tries again. */
    record Retry(String projectId) implements Timer {
        @Override
        public String describe() {
            return "back-off of the warm pool of " + projectId;
        }
    }

    /** How long a pool waits after so many failures in a row: 30 s, twice as long each time, at most 15 min. */
    static Duration backOff(int failuresBefore) {
        Duration doubled = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failuresBefore, 10));
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }
}
