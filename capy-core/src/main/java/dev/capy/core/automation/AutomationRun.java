package dev.capy.core.automation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One time that an automation ran.
 *
 * @param id its id
 * @param automationId whose run
 * @param triggerId the trigger that set it off; null when somebody did
 * @param threadId the thread that it started; null when it started none
 * @param taskId the task that it started; null when it started none
 * @param jamId what the API calls the work: the thread's id, or the id of the task's first run; null when there is none
 * @param failure why it could not start; null when it did
 * @param startedAt when it was triggered
 */
public record AutomationRun(
        String id,
        String automationId,
        @Nullable String triggerId,
        @Nullable String threadId,
        @Nullable String taskId,
        @Nullable String jamId,
        @Nullable String failure,
        Instant startedAt) {

    public AutomationRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(automationId, "automationId");
    }

    /** What is answered to whoever triggered it. */
    RunResult result() {
        RunStatus status = failure == null ? RunStatus.RUNNING : RunStatus.FAILED;
        return new RunResult(automationId, status, id, jamId);
    }
}
