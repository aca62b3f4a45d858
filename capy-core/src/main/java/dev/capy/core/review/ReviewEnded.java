package dev.capy.core.review;

import dev.capy.core.kernel.Event;

/**
 * A review came to its end, well or not.
 *
 * @param reviewId which one
 * @param repoFullName whose pull request was looked at
 * @param headRef the branch that it wants merged
 */
public record ReviewEnded(String reviewId, String repoFullName, String headRef) implements Event {}
