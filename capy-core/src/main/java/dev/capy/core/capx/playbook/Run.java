package dev.capy.core.capx.playbook;

import dev.capy.core.capx.activity.Resource;
import dev.capy.core.capx.value.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One run of a playbook, as the playbook was when it began.
 *
 * @param id its id
 * @param playbookId of which playbook
 * @param companyId in which company
 * @param trigger what set it off
 * @param definition what the playbook said
 * @param inputs what it was given, and what it has where nothing was
 * @param place which step is next or under way, from 0
 * @param steps what was done, each attempt of a step by itself
 * @param outcome what came of it
 * @param startedAt when it began
 * @param completedAt when it ended; null while it has not
 */
public record Run(
        String id,
        String playbookId,
        String companyId,
        Trigger.Type trigger,
        Definition definition,
        SortedMap<String, Json> inputs,
        int place,
        List<StepRun> steps,
        Outcome outcome,
        Instant startedAt,
        @Nullable Instant completedAt) {

    /**
     * One attempt of a step.
     *
     * @param stepId which step
     * @param taskId the task that does it; null for a step that only goes elsewhere
     * @param status {@code running}, {@code completed}, {@code failed} or {@code skipped}
     * @param output what came of it; null for nothing
     * @param score how good that is, from 0 to 1; null where nobody looked
     * @param cost how many credits it took
     * @param startedAt when it began
     * @param completedAt when it ended; null while it has not
     */
    public record StepRun(
            String stepId,
            @Nullable String taskId,
            String status,
            @Nullable String output,
            @Nullable BigDecimal score,
            long cost,
            Instant startedAt,
            @Nullable Instant completedAt) {

        static StepRun begun(String stepId, String taskId, Instant now) {
            return new StepRun(stepId, taskId, "running", null, null, 0, now, null);
        }

        static StepRun jumped(String stepId, Instant now) {
            return new StepRun(stepId, null, "completed", null, null, 0, now, now);
        }

        StepRun ended(String how, @Nullable String result, @Nullable BigDecimal quality, long spent, Instant now) {
            return new StepRun(stepId, taskId, how, result, quality, spent, startedAt, now);
        }
    }

    /**
     * What came of a run.
     *
     * @param status what became of it, as far as it is known without its tasks
     * @param error why it failed; null when it did not
     * @param cost how many credits it has taken
     */
    public record Outcome(RunStatus status, @Nullable String error, long cost) {

        static final Outcome NONE = new Outcome(RunStatus.RUNNING, null, 0);
    }

    public Run {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(playbookId, "playbookId");
        Objects.requireNonNull(companyId, "companyId");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(definition, "definition");
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        steps = List.copyOf(steps);
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(startedAt, "startedAt");
    }

    public boolean isOver() {
        return completedAt != null;
    }

    /** The task that it waits for; null when it waits for none. */
    @Nullable
    String taskId() {
        return isOver() || steps.isEmpty() ? null : last().taskId();
    }

    StepRun last() {
        return steps.get(steps.size() - 1);
    }

    Step current() {
        return definition.steps().get(place);
    }

    boolean isDone() {
        return place >= definition.steps().size();
    }

    /** What came of the latest attempt of a step. */
    Optional<StepRun> latest(String stepId) {
        Optional<StepRun> found = Optional.empty();
        for (StepRun step : steps) {
            found = step.stepId().equals(stepId) ? Optional.of(step) : found;
        }
        return found;
    }

    long attempts(String stepId) {
        return steps.stream().filter(step -> step.stepId().equals(stepId)).count();
    }

    Resource resource() {
        return new Resource("run", id);
    }

    Run at(int next) {
        return with(next, steps, outcome, completedAt);
    }

    Run and(StepRun step) {
        List<StepRun> more = new ArrayList<>(steps);
        more.add(step);
        return with(place, more, outcome, completedAt);
    }

    /** With another end of the latest attempt. */
    Run ended(StepRun step) {
        List<StepRun> same = new ArrayList<>(steps);
        same.set(same.size() - 1, step);
        Outcome spent = new Outcome(outcome.status(), outcome.error(), outcome.cost() + step.cost());
        return with(place, same, spent, completedAt);
    }

    Run over(RunStatus how, @Nullable String error, Instant now) {
        return with(place, steps, new Outcome(how, error, outcome.cost()), now);
    }

    private Run with(int next, List<StepRun> done, Outcome came, @Nullable Instant end) {
        return new Run(id, playbookId, companyId, trigger, definition, inputs, next, done, came, startedAt, end);
    }
}
