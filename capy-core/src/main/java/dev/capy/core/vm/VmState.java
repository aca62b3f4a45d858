package dev.capy.core.vm;

import java.util.EnumSet;
import java.util.Set;

/** Where a virtual machine is in its life. */
public enum VmState {
    /** Waits for a host. */
    CREATING,
    /** Waits for a host to start with a disk that was kept. */
    RESTORING,
    /** Is on a host and starts. */
    BOOTING,
    /** Can run commands. */
    RUNNING,
    /** Is on no host; its disk is kept. */
    SUSPENDED,
    /** Waits for a host to go on. */
    RESUMING,
    /** Was told to go; holds its room until it is gone. */
    STOPPING,
    /** Was lost; holds no room. Its disk is gone. */
    FAILED;

    /** What may follow; from any of them a machine may also be gone altogether. */
    Set<VmState> next() {
        return switch (this) {
            case CREATING, RESTORING -> EnumSet.of(BOOTING, FAILED);
            case BOOTING -> EnumSet.of(RUNNING, STOPPING, FAILED);
            case RUNNING -> EnumSet.of(SUSPENDED, STOPPING, FAILED);
            case SUSPENDED -> EnumSet.of(RESUMING);
            case RESUMING -> EnumSet.of(BOOTING);
            case STOPPING, FAILED -> EnumSet.noneOf(VmState.class);
        };
    }

    /** Whether it takes room on a host. */
    public boolean isOnHost() {
        return this == BOOTING || this == RUNNING || this == STOPPING;
    }

    /** Whether it waits for room on a host. */
    public boolean isWaiting() {
        return this == CREATING || this == RESTORING || this == RESUMING;
    }
}
