package dev.capy.core.automation;

import org.jspecify.annotations.Nullable;

/**
 * What came of triggering an automation.
 *
 * @param automationId which one
 * @param status whether it runs
 * @param runId its run; null when it was skipped
 * @param jamId the thread, or the first run of the task, that does the work; null when there is none
 */
public record RunResult(
        String automationId,
        RunStatus status,
        @Nullable String runId,
        @Nullable String jamId) {

    static RunResult skipped(Automation automation) {
        return new RunResult(automation.id(), RunStatus.SKIPPED, null, null);
    }
}
