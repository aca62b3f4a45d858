package dev.capy.core.task;

import dev.capy.core.catalog.Effort;
import dev.capy.core.script.BuildStep;
import dev.capy.core.setup.Setup;
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
 * @param effort what the agent thinks with
 * @param place where it runs
 * @param agenda what the agent does
 * @param bases the commit that each repository's work started from, by the repository's full name
 * @param report what the agent said of it, one line a remark
 * @param failure why it failed; null when it did not
 * @param startedAt when it began
 * @param endedAt when it ended; null while it is under way
 */
public record Jam(
        String id,
        String taskId,
        String prompt,
        Effort effort,
        Place place,
        Agenda agenda,
        SortedMap<String, String> bases,
        String report,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /**
     * Where a run takes place.
     *
     * @param vmId the machine; null once the run has ended
     * @param provisioningId how that machine is made ready; null once it is
     * @param hostedAt since when the machine is on a host; null while it waits for one
     * @param environment the variables of the commands
     * @param setup the Setup that is in force for this run, whatever becomes of the project's
     */
    public record Place(
            @Nullable String vmId,
            @Nullable String provisioningId,
            @Nullable Instant hostedAt,
            Environment environment,
            Setup setup) {

        public Place {
            Objects.requireNonNull(environment, "environment");
            Objects.requireNonNull(setup, "setup");
        }

        Place hosted(Instant now) {
            return new Place(vmId, provisioningId, now, environment, setup);
        }

        Place prepared() {
            return new Place(vmId, null, hostedAt, environment, setup);
        }

        Place left() {
            return new Place(null, null, hostedAt, environment, setup);
        }
    }

    /**
     * What an agent does, and how far it has come.
     *
     * @param script the name of the script that it follows; null when it follows none
     * @param steps what it does
     * @param step which of them is next, from 0
     * @param move which part of that step is next, from 0: the hooks before it, itself, the hooks after it
     * @param executionId the command that is waited for; null when none is
     * @param entry the timeline entry that is waited for; 0 when an event is
     */
    public record Agenda(
            @Nullable String script,
            List<BuildStep> steps,
            int step,
            int move,
            @Nullable String executionId,
            long entry) {

        public Agenda {
            steps = List.copyOf(steps);
        }

        static Agenda of(@Nullable String script, List<BuildStep> steps) {
            return new Agenda(script, steps, 0, 0, null, 0);
        }

        boolean isDone() {
            return step == steps.size();
        }

        BuildStep current() {
            return steps.get(step);
        }

        Agenda running(String execution) {
            return new Agenda(script, steps, step, move, execution, entry);
        }

        Agenda waitingFor(long awaited) {
            return new Agenda(script, steps, step, move, executionId, awaited);
        }

        Agenda moved() {
            return new Agenda(script, steps, step, move + 1, null, 0);
        }

        Agenda stepped() {
            return new Agenda(script, steps, step + 1, 0, null, 0);
        }
    }

    public Jam {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(effort, "effort");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(agenda, "agenda");
        Objects.requireNonNull(report, "report");
        bases = Collections.unmodifiableSortedMap(new TreeMap<>(bases));
    }

    static Jam begin(String id, String taskId, String prompt, Effort effort, Place place, Agenda agenda, Instant now) {
        return new Jam(id, taskId, prompt, effort, place, agenda, Collections.emptySortedMap(), "", null, now, null);
    }

    /** Whether it has not ended. */
    public boolean isUnderWay() {
        return endedAt == null;
    }

    /** The machine it runs on; null once it has ended. */
    public @Nullable String vmId() {
        return place.vmId();
    }

    /** The machine of a run that is under way. */
    String machine() {
        return Objects.requireNonNull(place.vmId());
    }

    boolean isPreparing() {
        return place.provisioningId() != null;
    }

    Jam hosted(Instant now) {
        return with(place.hosted(now), agenda);
    }

    /** Its machine is ready, and work starts from these commits. */
    Jam startingFrom(SortedMap<String, String> commits) {
        return new Jam(
                id, taskId, prompt, effort, place.prepared(), agenda, commits, report, failure, startedAt, endedAt);
    }

    Jam with(Agenda other) {
        return with(place, other);
    }

    private Jam with(Place where, Agenda what) {
        return new Jam(id, taskId, prompt, effort, where, what, bases, report, failure, startedAt, endedAt);
    }

    Jam saying(String remark) {
        String longer = report.isEmpty() ? remark : report + "\n" + remark;
        return new Jam(id, taskId, prompt, effort, place, agenda, bases, longer, failure, startedAt, endedAt);
    }

    Jam ended(@Nullable String why, Instant now) {
        Agenda over = new Agenda(agenda.script(), agenda.steps(), agenda.step(), agenda.move(), null, 0);
        return new Jam(id, taskId, prompt, effort, place.left(), over, bases, report, why, startedAt, now);
    }
}
