package dev.capy.server.cli;

import dev.capy.server.log.JsonLog;
import dev.capy.server.telemetry.AccessLog;
import java.util.List;
import java.util.Locale;

/** What is logged on standard error, and how. */
final class LogOptions {

    private static final String SIMPLE = "org.slf4j.simpleLogger.";

    enum Format {
        TEXT,
        JSON
    }

    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    private Format format = Format.TEXT;
    private Level level = Level.WARN;
    private boolean accessLog;

    List<Setting<?>> settings() {
        return List.of(
                Setting.of(
                                "--log-format",
                                Form.constant(Format.class),
                                "text|json",
                                "How the log on standard error is written: text, which it is unless said otherwise, or"
                                        + " json, one object a line.",
                                value -> format = value)
                        .preset("TEXT"),
                Setting.of(
                                "--log-level",
                                Form.constant(Level.class),
                                "LEVEL",
                                "From which level on something is logged: error, warn, which it is unless said"
                                        + " otherwise, info, debug or trace.",
                                value -> level = value)
                        .preset("WARN"),
                Setting.flag(
                        "--access-log",
                        "Log each request to the APIs, whatever the level is.",
                        value -> accessLog = value));
    }

    boolean accessLog() {
        return accessLog;
    }

    /** Has an effect as long as nothing has asked for a logger. */
    void apply() {
        System.setProperty(SIMPLE + "defaultLogLevel", level.name().toLowerCase(Locale.ROOT));
        if (level == Level.INFO) {
            System.setProperty(SIMPLE + "log.org.eclipse.jetty", "warn");
        }
        if (accessLog) {
            System.setProperty(SIMPLE + "log." + AccessLog.NAME, "info");
        }
        if (format == Format.JSON) {
            System.setProperty(SIMPLE + "log.io.javalin.Javalin", "off");
            System.setProperty("slf4j.provider", JsonLog.class.getName());
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
    }
}
