package dev.capy.core.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * What turning Snapshots on or off has set off.
 *
 * @param enabled whether they are on now
 * @param initialBuildId the build that makes the first snapshot; null when none was asked for
 * @param reusedSnapshot the earlier snapshot that still counts; null when there is none, or nothing was turned on
 * @param queuedBehindActiveBuild true when the first build has to wait for another one; null otherwise
 */
public record Enabled(
        boolean enabled,
        @Nullable String initialBuildId,
        @Nullable ReusedSnapshot reusedSnapshot,
        @Nullable Boolean queuedBehindActiveBuild) {

    /** An earlier snapshot that still counts. */
    public record ReusedSnapshot(String snapshotId, String lane) {

        static ReusedSnapshot of(VmSnapshot snapshot) {
            return new ReusedSnapshot(snapshot.id(), snapshot.lane());
        }
    }

    /** Nothing but the switch. */
    static Enabled only(boolean enabled) {
        return new Enabled(enabled, null, null, null);
    }

    static Enabled building(SnapshotBuild first) {
        return new Enabled(true, first.id(), null, first.state() == BuildState.QUEUED ? true : null);
    }

    static Enabled reusing(VmSnapshot snapshot) {
        return new Enabled(true, null, ReusedSnapshot.of(snapshot), null);
    }
}
