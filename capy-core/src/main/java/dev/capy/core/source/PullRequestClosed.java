package dev.capy.core.source;

import dev.capy.core.kernel.Event;

/**
 * A pull request was closed without being merged.
 *
 * @param repoFullName whose pull request
 * @param number its number
 * @param headRef the branch that was to be merged
 */
public record PullRequestClosed(String repoFullName, int number, String headRef) implements Event {}
