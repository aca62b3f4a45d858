package dev.capy.core.source;

import dev.capy.core.kernel.Event;

/**
 * A pull request was merged.
 *
 * @param repoFullName whose pull request
 * @param number its number
 * @param headRef the branch that was merged
 */
public record PullRequestMerged(String repoFullName, int number, String headRef) implements Event {}
