package dev.capy.core.review;

import dev.capy.core.script.FindingType;
import dev.capy.core.script.ReviewStep;
import dev.capy.core.script.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Review agent's look at a pull request.
 *
 * @param id its id
 * @param about whose review it is, and of what
 * @param work what its agent does
 * @param status where it is
 * @param summary what the pull request does; empty until the agent has said so
 * @param findings what is to be said of it, in the order of finding
 * @param failure why it failed; null when it did not
 * @param startedAt when it began
 * @param endedAt when it ended; null while it is under way
 */
public record Review(
        String id,
        About about,
        Work work,
        Status status,
        String summary,
        List<Finding> findings,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where a review is. */
    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a review is about.
     *
     * @param projectId whose review it is
     * @param userId whom it counts as asked for by
     * @param repoFullName the pull request's repository
     * @param number the pull request's number
     * @param title what the pull request is called
     * @param headRef the branch that it wants merged
     * @param base the commit that it started from: what has changed since then is looked at
     * @param commit the commit that is looked at
     */
    public record About(
            String projectId,
            String userId,
            String repoFullName,
            int number,
            String title,
            String headRef,
            String base,
            String commit) {

        String pull() {
            return repoFullName + "#" + number;
        }
    }

    /**
     * What a Review agent does.
     *
     * @param script the name of the script that it follows; null when it follows none
     * @param steps what it does
     * @param step which of them is next, from 0
     * @param entry the timeline entry that is waited for; 0 when an event is
     * @param vmId the machine that it works on; null once it has ended
     * @param provisioningId how that machine is made ready; null once it is
     * @param hostedAt since when that machine is on a host; null while it waits for one
     */
    public record Work(
            @Nullable String script,
            List<ReviewStep> steps,
            int step,
            long entry,
            @Nullable String vmId,
            @Nullable String provisioningId,
            @Nullable Instant hostedAt) {

        public Work {
            steps = List.copyOf(steps);
        }

        boolean isDone() {
            return step == steps.size();
        }

        ReviewStep current() {
            return steps.get(step);
        }

        String machine() {
            return Objects.requireNonNull(vmId);
        }

        Work hosted(Instant now) {
            return new Work(script, steps, step, entry, vmId, provisioningId, now);
        }

        Work prepared() {
            return new Work(script, steps, step, entry, vmId, null, hostedAt);
        }

        Work waitingFor(long awaited) {
            return new Work(script, steps, step, awaited, vmId, provisioningId, hostedAt);
        }

        Work stepped() {
            return new Work(script, steps, step + 1, 0, vmId, provisioningId, hostedAt);
        }

        Work over() {
            return new Work(script, steps, step, 0, null, null, hostedAt);
        }
    }

    /**
     * Something that a review found.
     *
     * @param type what kind of thing
     * @param severity how bad it is
     * @param file the file's path in the repository
     * @param line from 1
     * @param message what is to be said of it
     */
    public record Finding(FindingType type, Severity severity, String file, int line, String message) {}

    public Review {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(summary, "summary");
        findings = List.copyOf(findings);
    }

    static Review begin(String id, About about, Work work, Instant now) {
        return new Review(id, about, work, Status.RUNNING, "", List.of(), null, now, null);
    }

    /** Whether it has not ended. */
    public boolean isUnderWay() {
        return endedAt == null;
    }

    Review with(Work other) {
        return new Review(id, about, other, status, summary, findings, failure, startedAt, endedAt);
    }

    Review summarized(String text) {
        return new Review(id, about, work, status, text, findings, failure, startedAt, endedAt);
    }

    Review finding(Finding found) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(found);
        return new Review(id, about, work, status, summary, more, failure, startedAt, endedAt);
    }

    Review ended(@Nullable String why, Instant now) {
        Status how = why == null ? Status.COMPLETED : Status.FAILED;
        return new Review(id, about, work.over(), how, summary, findings, why, startedAt, now);
    }
}
