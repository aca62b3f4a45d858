package dev.capy.core.capx.company;

import java.util.Locale;
import java.util.Objects;

/**
 * Why somebody is paused.
 *
 * @param reason why
 * @param needed how many credits it could not spend; 0 where that was not why
 * @param renewal the timeline entry at which it tries again; 0 where it does not by itself
 */
public record Pause(Reason reason, long needed, long renewal) {

    /** A person said so. */
    static final Pause BY_PERSON = new Pause(Reason.PERSON, 0, 0);

    /** Why somebody is paused. */
    public enum Reason {
        /** A person said so. */
        PERSON,
        /** There is nothing left to spend; it goes on when there is. */
        BUDGET;

        /** A word for it; not documented by the vendor. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Pause {
        Objects.requireNonNull(reason, "reason");
    }

    boolean isForBudget() {
        return reason == Reason.BUDGET;
    }
}
