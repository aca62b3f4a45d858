package dev.capy.core.thread;

import dev.capy.core.account.User;
import dev.capy.core.catalog.Effort;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A captain thread.
 *
 * @param id its id
 * @param projectId whose thread it is
 * @param authorId the user that it counts as started by
 * @param title what it is called; null until it has a title
 * @param origin where it was started
 * @param run where its Captain stands
 * @param participants who took part, in the order of their first time
 * @param tags names of its tags
 * @param slack the Slack thread that goes with it; null when none does
 * @param captain what the Captain thinks with
 * @param build what its Build agents think with
 * @param repos the repositories and branches it works on
 * @param attachments what came along with its first prompt
 * @param createdAt when it was started
 * @param updatedAt when it last changed
 */
public record CaptainThread(
        String id,
        String projectId,
        String authorId,
        @Nullable String title,
        Origin origin,
        Run run,
        List<Participant> participants,
        List<String> tags,
        @Nullable SlackLink slack,
        Effort captain,
        Effort build,
        List<ProjectRepo> repos,
        Attachments attachments,
        Instant createdAt,
        Instant updatedAt) {

    public CaptainThread {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(authorId, "authorId");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(captain, "captain");
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(attachments, "attachments");
        participants = List.copyOf(participants);
        tags = List.copyOf(tags);
        repos = List.copyOf(repos);
    }

    /** What its Captain is doing. */
    public RunState runState() {
        return run.state();
    }

    CaptainThread with(Run other, Instant now) {
        return with(title, other, participants, captain, build, now);
    }

    CaptainThread titled(String text, Instant now) {
        return with(text, run, participants, captain, build, now);
    }

    CaptainThread with(Effort captains, Effort builders) {
        return with(title, run, participants, captains, builders, updatedAt);
    }

    CaptainThread tagged(List<String> names, Instant now) {
        return new CaptainThread(
                id,
                projectId,
                authorId,
                title,
                origin,
                run,
                participants,
                names,
                slack,
                captain,
                build,
                repos,
                attachments,
                createdAt,
                now);
    }

    CaptainThread browsingWith(List<String> snapshotIds) {
        return new CaptainThread(
                id,
                projectId,
                authorId,
                title,
                origin,
                run,
                participants,
                tags,
                slack,
                captain,
                build,
                repos,
                attachments.browsingWith(snapshotIds),
                createdAt,
                updatedAt);
    }

    CaptainThread joinedBy(User user, Instant now) {
        List<Participant> joined = new ArrayList<>(participants.size() + 1);
        boolean isNew = true;
        for (Participant known : participants) {
            boolean same = known.userId().equals(user.id());
            joined.add(same ? known.seenAt(now) : known);
            isNew &= !same;
        }
        if (isNew) {
            joined.add(new Participant(user.id(), user.type(), now, now));
        }
        return with(title, run, joined, captain, build, now);
    }

    private CaptainThread with(
            @Nullable String name,
            Run progress,
            List<Participant> people,
            Effort captains,
            Effort builders,
            Instant now) {
        return new CaptainThread(
                id,
                projectId,
                authorId,
                name,
                origin,
                progress,
                people,
                tags,
                slack,
                captains,
                builders,
                repos,
                attachments,
                createdAt,
                now);
    }
}
