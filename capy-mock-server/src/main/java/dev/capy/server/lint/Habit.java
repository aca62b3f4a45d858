package dev.capy.server.lint;

import java.util.Locale;

/** Something that clients had better not do. */
public enum Habit {
    /** The same caller looks at the same thing again within three seconds of wall time, having changed nothing. */
    POLLS_TOO_FAST,
    /** The same request comes again before the time of a {@code Retry-After} is over. */
    IGNORES_RETRY_AFTER,
    /** The query has a parameter that the operation does not have; it was ignored. */
    UNKNOWN_QUERY_PARAMETER,
    /** The request does not say what program it comes from. */
    NO_USER_AGENT,
    /** The operation is deprecated. */
    DEPRECATED_OPERATION;

    /** As it is written in JSON, for example {@code polls-too-fast}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
