package dev.capy.core.task;

import dev.capy.core.catalog.Effort;
import dev.capy.core.project.ProjectRepo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task is made of.
 *
 * @param projectId whose task it is to be
 * @param threadId the thread that delegates it; null when none does
 * @param authorId the user that it counts as asked for by: whose variables its machines have
 * @param title what it is called
 * @param prompt what is to be done
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
        List<String> labels,
        List<ProjectRepo> repos,
        Effort effort) {

    public NewTask {
        labels = List.copyOf(labels);
        repos = List.copyOf(repos);
    }

    /** A task without labels. */
    public NewTask(
            String projectId,
            @Nullable String threadId,
            String authorId,
            String title,
            String prompt,
            List<ProjectRepo> repos,
            Effort effort) {
        this(projectId, threadId, authorId, title, prompt, List.of(), repos, effort);
    }
}
