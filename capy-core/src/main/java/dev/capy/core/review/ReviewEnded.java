package dev.capy.core.review;

import dev.capy.core.kernel.Event;

/**
 * A review came to its end, well or not.
 *
 * @param reviewId which one
 */
public record ReviewEnded(String reviewId) implements Event {}
