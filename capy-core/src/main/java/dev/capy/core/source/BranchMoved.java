package dev.capy.core.source;

import dev.capy.core.kernel.Event;

/**
 * A branch got commits.
 *
 * @param repoFullName whose branch
 * @param branch its name
 * @param commit the id of its newest commit after that
 */
public record BranchMoved(String repoFullName, String branch, String commit) implements Event {}
