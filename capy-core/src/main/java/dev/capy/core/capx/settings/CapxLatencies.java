package dev.capy.core.capx.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long things take in Capx.
 *
 * @param start until an agent is ready
 * @param turn an agent's turn
 * @param tool one use of a tool
 * @param approval how long somebody may think about an approval before it is rejected; exact
 * @param retries after how long a webhook is tried again, attempt by attempt; exact. After the last one it is given up
 */
public record CapxLatencies(Duration start, Duration turn, Duration tool, Duration approval, List<Duration> retries) {

    /** What is usual. */
    public static final CapxLatencies DEFAULT = new CapxLatencies(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofHours(24),
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10)));

    public CapxLatencies {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(turn, "turn");
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(approval, "approval");
        retries = List.copyOf(retries);
    }
}
