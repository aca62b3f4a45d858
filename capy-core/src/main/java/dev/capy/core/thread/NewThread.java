package dev.capy.core.thread;

import dev.capy.core.catalog.Effort;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Origin;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is made of.
 *
 * @param projectId whose thread it is to be
 * @param prompt what is asked for, not empty
 * @param origin where it comes from
 * @param captain what the Captain thinks with
 * @param build what its Build agents think with
 * @param repos the repositories and branches to work on in place of the project's; empty for those
 * @param tags names of tags that the organization has
 * @param slackChannel the Slack channel to open a thread in; null for none
 * @param attachmentUrls what the prompt refers to; recorded, never fetched
 * @param browserSnapshotIds the browser snapshots to use
 * @param reliabilityInvestigationId recorded as given; null for none
 */
public record NewThread(
        String projectId,
        String prompt,
        Origin origin,
        Effort captain,
        Effort build,
        List<ProjectRepo> repos,
        List<String> tags,
        @Nullable String slackChannel,
        List<String> attachmentUrls,
        List<String> browserSnapshotIds,
        @Nullable String reliabilityInvestigationId) {

    public NewThread {
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(captain, "captain");
        Objects.requireNonNull(build, "build");
        repos = List.copyOf(repos);
        tags = List.copyOf(tags);
        attachmentUrls = List.copyOf(attachmentUrls);
        browserSnapshotIds = List.copyOf(browserSnapshotIds);
    }

    /** The same, from elsewhere. */
    public NewThread from(Origin other) {
        return new NewThread(
                projectId,
                prompt,
                other,
                captain,
                build,
                repos,
                tags,
                slackChannel,
                attachmentUrls,
                browserSnapshotIds,
                reliabilityInvestigationId);
    }

    /** The same with these tags. */
    public NewThread tagged(String... names) {
        return new NewThread(
                projectId,
                prompt,
                origin,
                captain,
                build,
                repos,
                List.of(names),
                slackChannel,
                attachmentUrls,
                browserSnapshotIds,
                reliabilityInvestigationId);
    }

    /** A thread from the API with the default models and nothing else chosen. */
    public static NewThread of(String projectId, String prompt) {
        return new NewThread(
                projectId,
                prompt,
                Origin.API,
                Effort.DEFAULT,
                Effort.DEFAULT,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }
}
