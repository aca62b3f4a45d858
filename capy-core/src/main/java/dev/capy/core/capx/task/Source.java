package dev.capy.core.capx.task;

import org.jspecify.annotations.Nullable;

/**
 * Where a task comes from.
 *
 * @param playbookId the playbook whose step it is; null when somebody asked for it through the API
 * @param runId the run of that playbook
 * @param stepId the step
 */
public record Source(
        @Nullable String playbookId,
        @Nullable String runId,
        @Nullable String stepId) {

    /** Somebody asked for it through the API. */
    public static final Source API = new Source(null, null, null);
}
