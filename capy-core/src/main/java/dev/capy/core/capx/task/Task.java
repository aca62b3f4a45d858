package dev.capy.core.capx.task;

import dev.capy.core.capx.activity.Resource;
import dev.capy.core.capx.value.Json;
import dev.capy.core.script.CompanyStep;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agent is to do. What it has beyond what it was made of is not documented by the vendor.
 *
 * @param id its id
 * @param companyId in which company
 * @param agentId who does it
 * @param said what is to be done
 * @param source where it comes from
 * @param status what became of it
 * @param outcome what came of it
 * @param work where the agent stands
 * @param times when what happened
 */
public record Task(
        String id,
        String companyId,
        String agentId,
        Said said,
        Source source,
        TaskStatus status,
        Outcome outcome,
        Work work,
        Times times) {

    /**
     * What is to be done.
     *
     * @param title in a few words
     * @param description in detail; null for nothing
     * @param priority how urgent it is
     * @param metadata free key-values
     */
    public record Said(String title, @Nullable String description, Priority priority, Json metadata) {

        public Said {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(metadata, "metadata");
        }

        public Said title(String other) {
            return new Said(other, description, priority, metadata);
        }

        public Said description(@Nullable String other) {
            return new Said(title, other, priority, metadata);
        }

        public Said priority(Priority other) {
            return new Said(title, description, other, metadata);
        }

        public Said metadata(Json other) {
            return new Said(title, description, priority, other);
        }

        /** All that it says, as scripts are matched with it. */
        String prompt() {
            return description == null ? title : title + "\n\n" + description;
        }
    }

    /**
     * What came of a task.
     *
     * @param result what the agent said last; null for nothing
     * @param error why it failed; null when it did not
     * @param feedback what was said when it was rejected; null for nothing
     * @param cost how many credits the agent has spent on it
     */
    public record Outcome(
            @Nullable String result,
            @Nullable String error,
            @Nullable String feedback,
            long cost) {

        static final Outcome NONE = new Outcome(null, null, null, 0);

        Outcome result(String text) {
            return new Outcome(text, error, feedback, cost);
        }

        Outcome error(@Nullable String why) {
            return new Outcome(result, why, feedback, cost);
        }

        Outcome feedback(@Nullable String why) {
            return new Outcome(result, error, why, cost);
        }

        Outcome spend(long credits) {
            return new Outcome(result, error, feedback, cost + credits);
        }
    }

    /**
     * Where the agent stands.
     *
     * @param script the name of the script that it follows; null for none
     * @param steps all that it does
     * @param place which of the steps is next or under way, from 0
     * @param approved up to which place a person has approved what it does; -1 for none
     * @param entry the timeline entry at which the step is over; 0 when none is under way
     */
    public record Work(@Nullable String script, List<CompanyStep> steps, int place, int approved, long entry) {

        public Work {
            steps = List.copyOf(steps);
        }

        static Work of(@Nullable String script, List<CompanyStep> steps) {
            return new Work(script, steps, 0, -1, 0);
        }

        boolean isDone() {
            return place >= steps.size();
        }

        CompanyStep current() {
            return steps.get(place);
        }

        boolean isApproved() {
            return approved >= place;
        }

        Work stepped() {
            return new Work(script, steps, place + 1, approved, 0);
        }

        Work approve() {
            return new Work(script, steps, place, place, 0);
        }

        Work until(long timelineEntry) {
            return new Work(script, steps, place, approved, timelineEntry);
        }
    }

    /**
     * When what happened.
     *
     * @param created when it was made
     * @param updated when it last changed
     * @param started when the agent took it up; null when it has not
     * @param ended when it came to an end; null when it has not
     */
    public record Times(
            Instant created,
            Instant updated,
            @Nullable Instant started,
            @Nullable Instant ended) {

        Times updated(Instant now) {
            return new Times(created, now, started, ended);
        }

        Times started(Instant now) {
            return new Times(created, now, now, null);
        }

        Times ended(Instant now) {
            return new Times(created, now, started, now);
        }
    }

    public Task {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(companyId, "companyId");
        Objects.requireNonNull(agentId, "agentId");
        Objects.requireNonNull(said, "said");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(times, "times");
    }

    public String title() {
        return said.title();
    }

    /** Whether the agent has taken it up. */
    public boolean isBegun() {
        return times.started() != null;
    }

    /** Whether the agent is at it, and waits neither for time to pass nor for a decision. */
    boolean isResting() {
        return status == TaskStatus.IN_PROGRESS && work.entry() == 0;
    }

    Resource resource() {
        return new Resource("task", id);
    }

    /** By which agent it waits to be taken up; null when it does not. */
    @Nullable
    String waitsFor() {
        return status == TaskStatus.PENDING ? agentId : null;
    }

    /** Which agent is at it; null when none is. */
    @Nullable
    String occupies() {
        return isBegun() && !status.isFinal() ? agentId : null;
    }

    /** Which agent has yet to bring it to an end; null when it has come to one. */
    @Nullable
    String isOpenFor() {
        return status.isFinal() ? null : agentId;
    }

    Task with(TaskStatus next, Work nextWork) {
        return new Task(id, companyId, agentId, said, source, next, outcome, nextWork, times);
    }

    Task with(Work nextWork) {
        return with(status, nextWork);
    }

    Task with(Outcome next) {
        return new Task(id, companyId, agentId, said, source, status, next, work, times);
    }

    Task with(Times next) {
        return new Task(id, companyId, agentId, said, source, status, outcome, work, next);
    }

    Task with(String agent, Said other, Instant now) {
        return new Task(id, companyId, agent, other, source, status, outcome, work, times.updated(now));
    }
}
