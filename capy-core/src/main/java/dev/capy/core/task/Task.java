package dev.capy.core.task;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Effort;
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
 * @param threadIndex its place among the thread's tasks, from 0; null without a thread
 * @param identifier the project's code and a number, for example {@code DEMO-12}
 * @param title what it is called
 * @param prompt what is to be done
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
        @Nullable Integer threadIndex,
        String identifier,
        String title,
        String prompt,
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
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(effort, "effort");
        repos = List.copyOf(repos);
    }

    /** @throws Invalid when a task in this status cannot get there */
    Task to(TaskStatus next, Instant now) {
        if (!status.next().contains(next)) {
            throw new Invalid("A task that is " + status.word() + " cannot become " + next.word());
        }
        return with(next, jamId, now);
    }

    Task runningAs(String jam, Instant now) {
        return with(status, jam, now);
    }

    private Task with(TaskStatus next, @Nullable String jam, Instant now) {
        return new Task(
                id,
                projectId,
                threadId,
                threadIndex,
                identifier,
                title,
                prompt,
                next,
                repos,
                branch,
                effort,
                jam,
                createdAt,
                now);
    }
}
