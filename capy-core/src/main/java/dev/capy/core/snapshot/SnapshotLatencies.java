package dev.capy.core.snapshot;

import java.time.Duration;

/**
 * How long a snapshot's own work takes; it is jittered by 20 %. Everything else is its machines'.
 *
 * @param capture reading the disk of a prepared machine
 */
public record SnapshotLatencies(Duration capture) {

    /** 6 s. */
    public static final SnapshotLatencies DEFAULT = new SnapshotLatencies(Duration.ofSeconds(6));
}
