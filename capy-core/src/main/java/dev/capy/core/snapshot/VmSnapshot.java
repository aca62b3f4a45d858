package dev.capy.core.snapshot;

import dev.capy.core.provisioning.Disk;
import dev.capy.core.setup.Setup;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The disk of a machine that was made ready for a project, kept for others to start with.
 *
 * @param id its id
 * @param projectId whose it is
 * @param lane which of several it is; there is one, called {@code default}
 * @param disk what was captured
 * @param setup what it was made from; null where nobody had saved a Setup
 * @param capturedAt when its disk was read
 * @param promotedAt since when runs may start from it; null while they may not
 */
public record VmSnapshot(
        String id,
        String projectId,
        String lane,
        Disk disk,
        @Nullable Setup setup,
        Instant capturedAt,
        @Nullable Instant promotedAt) {

    /** The only lane there is; its name is inferred. */
    public static final String DEFAULT_LANE = "default";

    public VmSnapshot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(disk, "disk");
        Objects.requireNonNull(capturedAt, "capturedAt");
    }

    boolean isPromoted() {
        return promotedAt != null;
    }

    VmSnapshot promoted(Instant now) {
        return new VmSnapshot(id, projectId, lane, disk, setup, capturedAt, now);
    }
}
