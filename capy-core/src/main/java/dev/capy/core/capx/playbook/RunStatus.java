package dev.capy.core.capx.playbook;

import java.util.Locale;

/** What became of a run; none of the words is documented by the vendor. */
public enum RunStatus {
    RUNNING,
    /** A step waits for a person's decision. */
    WAITING_APPROVAL,
    COMPLETED,
    FAILED;

    /** The API's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
