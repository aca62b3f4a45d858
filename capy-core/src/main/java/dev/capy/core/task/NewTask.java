package dev.capy.core.task;

import dev.capy.core.catalog.Effort;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Origin;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a task is made of.
 *
 * @param projectId whose task it is to be
 * @param threadId the thread that delegates it; null when none does
 * @param authorId the user that it counts as asked for by: whose variables its machines have
 * @param title what it is called
 * @param prompt what is to be done
 * @param asked how it came to be asked for
 * @param labels what it is labelled with
 * @param repos the repositories and the branches that work starts from
 * @param effort what the Build agent thinks with
 */
public record NewTask(
        String projectId,
        @Nullable String threadId,
        String authorId,
        String title,
        String prompt,
        Asked asked,
        List<String> labels,
        List<ProjectRepo> repos,
        Effort effort) {

    public NewTask {
        Objects.requireNonNull(asked, "asked");
        labels = List.copyOf(labels);
        repos = List.copyOf(repos);
    }

    /** A task that a thread delegates. */
    public static NewTask delegated(
            String projectId,
            String threadId,
            String authorId,
            String title,
            String prompt,
            Asked asked,
            List<ProjectRepo> repos,
            Effort effort) {
        return new NewTask(projectId, threadId, authorId, title, prompt, asked, List.of(), repos, effort);
    }

    /** A task that no thread delegates. */
    public static NewTask alone(
            String projectId,
            String authorId,
            String title,
            String prompt,
            Origin origin,
            List<String> labels,
            List<ProjectRepo> repos,
            Effort effort) {
        return new NewTask(projectId, null, authorId, title, prompt, new Asked(origin, labels), labels, repos, effort);
    }
}
