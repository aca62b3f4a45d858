package dev.capy.core.source;

import dev.capy.core.kernel.Event;

/**
 * A pull request was opened, or opened again after it was closed.
 *
 * @param repoFullName whose pull request
 * @param number its number
 * @param headRef the branch that is to be merged
 */
public record PullRequestOpened(String repoFullName, int number, String headRef) implements Event {}
