package dev.capy.core.task;

import dev.capy.core.catalog.Effort;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.ProjectRepo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work for a Build agent, on a branch of its own.
 *
 * @param id its id, a UUID
 * @param projectId whose task it is
 * @param threadId the thread that delegated it; null when none did
 * @param authorId the user that it counts as asked for by: whose variables its machines have
 * @param threadIndex its place among the thread's tasks, from 0; null without a thread
 * @param identifier the project's code and a number, for example {@code DEMO-12}
 * @param title what it is called
 * @param prompt what is to be done
 * @param asked how it came to be asked for
 * @param labels what it is labelled with
 * @param status where it is
 * @param repos the repositories and the branches that work starts from
 * @param branch the branch that its commits go to, in each repository
 * @param effort what the Build agent thinks with
 * @param jamId its newest run; null when it never ran
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 */
public record Task(
        String id,
        String projectId,
        @Nullable String threadId,
        String authorId,
        @Nullable Integer threadIndex,
        String identifier,
        String title,
        String prompt,
        Asked asked,
        List<String> labels,
        TaskStatus status,
        List<ProjectRepo> repos,
        String branch,
        Effort effort,
        @Nullable String jamId,
        Instant createdAt,
        Instant updatedAt) {

    public Task {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(authorId, "authorId");
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(effort, "effort");
        labels = List.copyOf(labels);
        repos = List.copyOf(repos);
    }

    /** Its number in its project, from 1. */
    public int number() {
        return Integer.parseInt(identifier.substring(identifier.lastIndexOf('-') + 1));
    }

    /** @throws Invalid when a task in this status cannot get there */
    Task to(TaskStatus next, Instant now) {
        if (!status.next().contains(next)) {
            throw new Invalid("A task that is " + status.word() + " cannot become " + next.word());
        }
        return with(next, jamId, effort, now);
    }

    Task runningAs(String jam, Instant now) {
        return with(status, jam, effort, now);
    }

    Task with(Effort other) {
        return with(status, jamId, other, updatedAt);
    }

    private Task with(TaskStatus next, @Nullable String jam, Effort thinking, Instant now) {
        return new Task(
                id,
                projectId,
                threadId,
                authorId,
                threadIndex,
                identifier,
                title,
                prompt,
                asked,
                labels,
                next,
                repos,
                branch,
                thinking,
                jam,
                createdAt,
                now);
    }
}
