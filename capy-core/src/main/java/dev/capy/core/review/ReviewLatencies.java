package dev.capy.core.review;

import java.time.Duration;

/**
 * How long a Review agent takes.
 *
 * @param turn one turn of thinking, jittered by 20 %
 */
public record ReviewLatencies(Duration turn) {

    /** 20 s. */
    public static final ReviewLatencies DEFAULT = new ReviewLatencies(Duration.ofSeconds(20));
}
