package dev.capy.core.thread;

import java.time.Duration;

/**
 * How long a Captain takes.
 *
 * @param turn one turn of thinking at the standard effort, jittered by 20 %
 * @param title until a new thread has a title, exactly
 */
public record CaptainLatencies(Duration turn, Duration title) {

    /** 20 s, 2 s. */
    public static final CaptainLatencies DEFAULT = new CaptainLatencies(Duration.ofSeconds(20), Duration.ofSeconds(2));
}
