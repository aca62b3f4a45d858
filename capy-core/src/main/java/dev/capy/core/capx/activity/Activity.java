package dev.capy.core.capx.activity;

import dev.capy.core.kernel.error.Invalid;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One thing that happened. Never changes and never goes.
 *
 * @param number from 1, in the order in which things happened in this world
 * @param place where
 * @param what what
 * @param timestamp when
 */
public record Activity(long number, Place place, Happening what, Instant timestamp) {

    private static final String PREFIX = "evt_";

    public Activity {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(timestamp, "timestamp");
    }

    /** Its id, for example {@code evt_001}. */
    public String id() {
        return id(number);
    }

    static String id(long number) {
        return String.format(Locale.ROOT, "%s%03d", PREFIX, number);
    }

    /**
     * The number of the activity with this id, whether there is one or not: where a stream goes on.
     *
     * @throws Invalid when it is no id of an activity
     */
    public static long number(String id) {
        try {
            if (id.startsWith(PREFIX)) {
                return Long.parseUnsignedLong(id.substring(PREFIX.length()));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Invalid("must be the id of an activity, such as evt_001, was '" + id + "'");
    }
}
