package dev.capy.core.capx.activity;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One line of what an agent logs. What logs look like is not documented by the vendor.
 *
 * @param number from 1, in the order of this world
 * @param agentId whose
 * @param role its role
 * @param level how grave it is
 * @param message what it says
 * @param timestamp when
 */
public record LogLine(long number, String agentId, String role, Level level, String message, Instant timestamp) {

    /** How grave a line is. */
    public enum Level {
        INFO,
        WARN,
        ERROR;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LogLine {
        Objects.requireNonNull(agentId, "agentId");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(timestamp, "timestamp");
    }

    String id() {
        return Long.toString(number);
    }
}
