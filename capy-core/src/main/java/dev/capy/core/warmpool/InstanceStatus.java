package dev.capy.core.warmpool;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an instance of a warm pool is. */
public enum InstanceStatus {
    PROVISIONING,
    READY,
    FAILED,
    CLAIMED;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What may follow. */
    Set<InstanceStatus> next() {
        return switch (this) {
            case PROVISIONING -> EnumSet.of(READY, FAILED);
            case READY -> EnumSet.of(CLAIMED, FAILED);
            case FAILED, CLAIMED -> EnumSet.noneOf(InstanceStatus.class);
        };
    }
}
