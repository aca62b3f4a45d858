package dev.capy.core.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The session of a thread's Captain, which lives as long as its machine does.
 *
 * @param threadId whose session it is; a thread has one at a time
 * @param id its id; another one each time the Captain starts anew
 * @param projectId the thread's project
 * @param organizationId the project's organization
 * @param userId as whom the Captain works
 * @param vmId the Captain's machine
 * @param mintedAt when the machine was up and the first token was made; null before
 * @param ended whether it is over
 */
public record Session(
        String threadId,
        String id,
        String projectId,
        String organizationId,
        String userId,
        String vmId,
        @Nullable Instant mintedAt,
        boolean ended) {

    /** How long a token is good for. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    /** How often a token is replaced. */
    public static final Duration REFRESH = Duration.ofMinutes(15);

    public Session {
        Objects.requireNonNull(threadId, "threadId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(organizationId, "organizationId");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(vmId, "vmId");
    }

    Session minted(Instant now) {
        return new Session(threadId, id, projectId, organizationId, userId, vmId, now, false);
    }

    Session over() {
        return new Session(threadId, id, projectId, organizationId, userId, vmId, mintedAt, true);
    }

    /** When the token that is current at {@code now} was made: the heartbeats replace it on the quarter hour. */
    Instant issuedAt(Instant now) {
        Instant first = Objects.requireNonNull(mintedAt);
        long refreshes = Duration.between(first, now).dividedBy(REFRESH);
        return first.plus(REFRESH.multipliedBy(refreshes));
    }
}
