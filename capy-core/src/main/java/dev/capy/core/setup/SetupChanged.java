package dev.capy.core.setup;

import dev.capy.core.kernel.Event;

/**
 * A Setup was saved that differs from what there was: it counts for whatever is made from now on.
 *
 * @param projectId whose it is
 */
public record SetupChanged(String projectId) implements Event {}
