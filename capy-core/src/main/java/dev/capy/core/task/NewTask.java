package dev.capy.core.task;

import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Effort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task is made of.
 *
 * @param projectId whose task it is to be
 * @param threadId the thread that delegates it; null when none does
 * @param title what it is called
 * @param prompt what is to be done
 * @param repos the repositories and the branches that work starts from
 * @param effort what the Build agent thinks with
 */
public record NewTask(
        String projectId,
        @Nullable String threadId,
        String title,
        String prompt,
        List<ProjectRepo> repos,
        Effort effort) {}
