package dev.capy.server.log;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** From which level on a logger writes, by the system properties that slf4j-simple has for it. */
final class Threshold {

    private static final String DEFAULT = "org.slf4j.simpleLogger.defaultLogLevel";
    private static final String OF_LOGGER = "org.slf4j.simpleLogger.log.";

    /** What lets nothing through. */
    static final int OFF = Integer.MAX_VALUE;

    private Threshold() {}

    /** The number of the lowest level that the logger of this name lets through: its own, or the next above it. */
    static int of(String logger) {
        String name = logger;
        String level = System.getProperty(OF_LOGGER + name);
        while (level == null && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
            level = System.getProperty(OF_LOGGER + name);
        }
        return number(level == null ? System.getProperty(DEFAULT) : level);
    }

    private static int number(@Nullable String level) {
        if (level == null) {
            return Level.WARN.toInt();
        }
        return level.equalsIgnoreCase("off")
                ? OFF
                : Level.valueOf(level.toUpperCase(Locale.ROOT)).toInt();
    }
}
