package dev.capy.core.snapshot;

import dev.capy.core.setup.Setup;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot being made, or how that went.
 *
 * @param id its id
 * @param projectId whose it is
 * @param isTest whether it only tries: what it makes is thrown away, and it counts whether Snapshots are on or off
 * @param state where it is
 * @param setup what it is made from, once it has started; null where nobody has saved a Setup
 * @param machine the machine that works for it; null when none does
 * @param snapshotId what it has made; null while it has not, and when that was thrown away
 * @param failure what went wrong, for a person: the step and its error; null when nothing did
 * @param queuedAt when it was asked for
 * @param startedAt when it began; null while it has not
 * @param endedAt when it was over; null while it is not
 * @param entry the timeline entry that ends the capture; 0 when none is under way
 */
public record SnapshotBuild(
        String id,
        String projectId,
        boolean isTest,
        BuildState state,
        @Nullable Setup setup,
        @Nullable Machine machine,
        @Nullable String snapshotId,
        @Nullable String failure,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long entry) {

    /**
     * The machine that works for a build.
     *
     * @param vmId which one
     * @param provisioningId how it is made ready; null once it is
     */
    public record Machine(String vmId, @Nullable String provisioningId) {}

    public SnapshotBuild {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(queuedAt, "queuedAt");
        if (state.isUnderWay() != (machine != null)) {
            throw new IllegalStateException("snapshot build " + id + " is " + state + " on " + machine);
        }
    }

    static SnapshotBuild queued(String id, String projectId, boolean isTest, Instant now) {
        return new SnapshotBuild(id, projectId, isTest, BuildState.QUEUED, null, null, null, null, now, null, null, 0);
    }

    /** The machine that works for it. */
    String vmId() {
        return Objects.requireNonNull(machine).vmId();
    }

    /** Whether it makes a snapshot that runs are to start from, and is not over. */
    boolean isForRuns() {
        return !isTest && !state.isOver();
    }

    SnapshotBuild started(@Nullable Setup from, Machine on, Instant now) {
        requireNext(BuildState.PROVISIONING);
        return new SnapshotBuild(
                id, projectId, isTest, BuildState.PROVISIONING, from, on, null, null, queuedAt, now, null, 0);
    }

    SnapshotBuild capturing(long capture) {
        return to(BuildState.CAPTURING, new Machine(vmId(), null), null, capture);
    }

    SnapshotBuild checking(String captured, Machine on) {
        return to(BuildState.CHECKING, on, captured, 0);
    }

    private SnapshotBuild to(BuildState next, Machine on, @Nullable String captured, long pending) {
        requireNext(next);
        return new SnapshotBuild(
                id, projectId, isTest, next, setup, on, captured, null, queuedAt, startedAt, null, pending);
    }

    SnapshotBuild ended(BuildState how, @Nullable String why, Instant now) {
        requireNext(how);
        String kept = how == BuildState.PROMOTED ? snapshotId : null;
        return new SnapshotBuild(id, projectId, isTest, how, setup, null, kept, why, queuedAt, startedAt, now, 0);
    }

    private void requireNext(BuildState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("snapshot build " + id + " cannot go from " + state + " to " + next);
        }
    }
}
