package dev.capy.core.task;

import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.source.PullRequest;
import dev.capy.core.source.PullRequests;
import dev.capy.core.source.Sources;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pull requests of tasks. Stateless. */
final class TaskPullRequests {

    private final Sources sources;
    private final PullRequests pullRequests;

    TaskPullRequests(Sources sources, PullRequests pullRequests) {
        this.sources = sources;
        this.pullRequests = pullRequests;
    }

    /**
     * Opens a pull request for a task's branch, in the first repository where it has commits.
     *
     * @param title null for the task's own
     * @throws Invalid when the branch has no commits, or a pull request is open already
     */
    PullRequest open(Tx tx, Task task, @Nullable String title, String description, boolean draft) {
        ProjectRepo repo = task.repos().stream()
                .filter(candidate -> sources.hasOwnCommits(tx, candidate.repoFullName(), task.branch()))
                .findFirst()
                .orElseThrow(
                        () -> new Invalid("Task " + task.identifier() + " has no commits to open a pull request for"));
        return pullRequests.open(
                tx,
                repo.repoFullName(),
                task.branch(),
                repo.branch(),
                title == null ? task.title() : title,
                description,
                draft);
    }

    /** Whether everything that a task has committed is merged. */
    boolean areMerged(View view, Task task) {
        return newest(view, task)
                .filter(pull -> pull.mergedAt() != null)
                .filter(pull -> !sources.head(view, pull.repoFullName(), task.branch())
                        .orElseThrow()
                        .author()
                        .when()
                        .isAfter(pull.mergedAt()))
                .isPresent();
    }

    /** The newest pull request of a task; empty when it has none. */
    Optional<PullRequest> newest(View view, Task task) {
        return task.repos().stream()
                .flatMap(repo -> pullRequests.find(view, repo.repoFullName(), task.branch()).stream())
                .findFirst();
    }
}
