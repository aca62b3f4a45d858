package dev.capy.core.task;

import java.time.Duration;

/**
 * How long a Build agent takes; each is jittered by 20 %. Commands take their own time.
 *
 * @param turn one turn of thinking, at the standard effort
 * @param edit changing one file
 * @param commit committing
 */
public record BuildLatencies(Duration turn, Duration edit, Duration commit) {

    /** 20 s, 2 s, 1 s. */
    public static final BuildLatencies DEFAULT =
            new BuildLatencies(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(1));
}
