package dev.capy.core.task;

import dev.capy.core.script.BuildStep;
import dev.capy.core.shell.Environment;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One run of a task.
 *
 * @param id its id
 * @param taskId whose run it is
 * @param prompt what is to be done this time
 * @param vmId the machine it runs on; null once it has ended
 * @param provisioningId how that machine is made ready; null once it is
 * @param environment the variables of its commands
 * @param steps what the agent does
 * @param step which of them is next, from 0
 * @param executionId the command that is waited for; null when none is
 * @param entry the timeline entry that is waited for; 0 when an event is
 * @param bases the commit that each repository's work started from, by the repository's full name
 * @param report what the agent said of it, one line a remark
 * @param failure why it failed; null when it did not
 * @param startedAt when it began
 * @param hostedAt since when its machine is on a host; null while it waits for one
 * @param endedAt when it ended; null while it is under way
 */
public record Jam(
        String id,
        String taskId,
        String prompt,
        @Nullable String vmId,
        @Nullable String provisioningId,
        Environment environment,
        List<BuildStep> steps,
        int step,
        @Nullable String executionId,
        long entry,
        SortedMap<String, String> bases,
        String report,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant hostedAt,
        @Nullable Instant endedAt) {

    public Jam {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(report, "report");
        steps = List.copyOf(steps);
        bases = Collections.unmodifiableSortedMap(new TreeMap<>(bases));
    }

    /** Whether it has not ended. */
    public boolean isUnderWay() {
        return endedAt == null;
    }

    /** The machine of a run that is under way. */
    String machine() {
        return Objects.requireNonNull(vmId);
    }

    boolean isDone() {
        return step == steps.size();
    }

    BuildStep current() {
        return steps.get(step);
    }

    Jam hosted(Instant now) {
        return copy(provisioningId, step, executionId, entry, bases, report, now);
    }

    Jam startingFrom(SortedMap<String, String> commits) {
        return copy(null, step, executionId, 0, commits, report, hostedAt);
    }

    Jam waitingFor(@Nullable String execution, long awaited) {
        return copy(provisioningId, step, execution, awaited, bases, report, hostedAt);
    }

    Jam stepped() {
        return copy(provisioningId, step + 1, null, 0, bases, report, hostedAt);
    }

    Jam saying(String remark) {
        String longer = report.isEmpty() ? remark : report + "\n" + remark;
        return copy(provisioningId, step, executionId, entry, bases, longer, hostedAt);
    }

    private Jam copy(
            @Nullable String provisioning,
            int next,
            @Nullable String execution,
            long awaited,
            SortedMap<String, String> commits,
            String said,
            @Nullable Instant onHost) {
        return new Jam(
                id,
                taskId,
                prompt,
                vmId,
                provisioning,
                environment,
                steps,
                next,
                execution,
                awaited,
                commits,
                said,
                failure,
                startedAt,
                onHost,
                endedAt);
    }

    Jam ended(@Nullable String why, Instant now) {
        return new Jam(
                id,
                taskId,
                prompt,
                null,
                null,
                environment,
                steps,
                step,
                null,
                0,
                bases,
                report,
                why,
                startedAt,
                hostedAt,
                now);
    }
}
