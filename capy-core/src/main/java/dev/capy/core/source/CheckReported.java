package dev.capy.core.source;

import dev.capy.core.kernel.Event;

/**
 * A check of a commit was started or came out.
 *
 * @param repoFullName whose commit
 * @param commit the commit's id
 */
public record CheckReported(String repoFullName, String commit) implements Event {}
