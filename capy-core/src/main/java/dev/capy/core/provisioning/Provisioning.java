package dev.capy.core.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One virtual machine being made ready.
 *
 * @param id its id
 * @param vmId the machine
 * @param plan what is to be done
 * @param status whether it is under way or how it ended
 * @param startedAt when it began
 * @param endedAt when it ended; null while it is under way
 * @param log the steps that have ended, in order
 * @param current the step under way; null when it has ended
 */
public record Provisioning(
        String id,
        String vmId,
        Plan plan,
        Status status,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<StepLog> log,
        @Nullable Current current) {

    /** Whether it is under way or how it ended. */
    public enum Status {
        PROVISIONING,
        READY,
        FAILED
    }

    /**
     * The step under way.
     *
     * @param startedAt when it began
     * @param commands what it runs, once that is known
     * @param started how many of them have been started
     * @param executionIds what is waited for: one command, or the scripts of a phase that run side by side
     * @param output what the ended commands printed
     * @param entry the timeline entry that is waited for; 0 when an event is
     */
    record Current(
            Instant startedAt,
            @Nullable List<SetupCommand> commands,
            int started,
            List<String> executionIds,
            String output,
            long entry) {

        Current {
            executionIds = List.copyOf(executionIds);
        }

        static Current begunAt(Instant time) {
            return new Current(time, null, 0, List.of(), "", 0);
        }

        Current toRun(List<SetupCommand> found) {
            return new Current(startedAt, List.copyOf(found), started, executionIds, output, entry);
        }

        Current waitingFor(long awaited) {
            return new Current(startedAt, commands, started, executionIds, output, awaited);
        }

        /** One more command has been started, and is waited for. */
        Current running(String execution) {
            return new Current(startedAt, commands, started + 1, List.of(execution), output, entry);
        }

        /** One more command has been started, and nobody waits for it. */
        Current leaving() {
            return new Current(startedAt, commands, started + 1, List.of(), output, entry);
        }

        /** The scripts of a phase have been started. */
        Current running(List<String> executions) {
            return new Current(startedAt, commands, started, executions, output, entry);
        }

        Current printed(String more) {
            return more.isEmpty()
                    ? this
                    : new Current(startedAt, commands, started, executionIds, output + more, entry);
        }
    }

    public Provisioning {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(vmId, "vmId");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(startedAt, "startedAt");
        log = List.copyOf(log);
    }

    /** The step that failed; empty when none did. */
    public Optional<StepLog> failure() {
        return log.stream().filter(step -> !step.isSuccess()).findFirst();
    }

    /** What went wrong, for a person: the step and its error; empty when nothing did. */
    public Optional<String> failureReason() {
        return failure().map(step -> step.name() + " failed: " + step.error());
    }

    /** How many steps succeeded. */
    public int completedSteps() {
        return (int) log.stream().filter(StepLog::isSuccess).count();
    }

    /** How many steps there are. */
    public int totalSteps() {
        return plan.steps().size();
    }

    /** From its start to its end, or to {@code now} while it is under way. */
    public Duration elapsed(Instant now) {
        return Duration.between(startedAt, endedAt == null ? now : endedAt);
    }

    Step step() {
        return plan.steps().get(log.size());
    }

    boolean isLastStep() {
        return log.size() == plan.steps().size() - 1;
    }

    Current work() {
        return Objects.requireNonNull(current);
    }

    Provisioning with(Current work) {
        return new Provisioning(id, vmId, plan, status, startedAt, endedAt, log, work);
    }

    /** This one with its current step ended, and none begun. */
    Provisioning logged(StepLog ended) {
        List<StepLog> longer = new ArrayList<>(log.size() + 1);
        longer.addAll(log);
        longer.add(ended);
        return new Provisioning(id, vmId, plan, status, startedAt, endedAt, longer, null);
    }

    Provisioning ended(Status how, Instant time) {
        return new Provisioning(id, vmId, plan, how, startedAt, time, log, null);
    }
}
