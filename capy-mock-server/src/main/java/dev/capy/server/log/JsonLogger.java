package dev.capy.server.log;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** Writes what it is told as lines of JSON. Thread-safe. */
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {

    private static final long serialVersionUID = 1L;

    private final int threshold;
    private final transient JsonLines lines;

    /** @param threshold the number of the lowest level that it lets through */
    JsonLogger(String name, int threshold, JsonLines lines) {
        this.name = name;
        this.threshold = threshold;
        this.lines = lines;
    }

    private boolean lets(Level level) {
        return level.toInt() >= threshold;
    }

    @Override
    public boolean isTraceEnabled() {
        return lets(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return lets(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return lets(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return lets(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return lets(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String message,
            Object @Nullable [] arguments,
            @Nullable Throwable error) {
        lines.write(level, name, text(message, arguments), List.of(), error);
    }

    @Override
    public void log(LoggingEvent event) {
        List<KeyValuePair> more = Objects.requireNonNullElse(event.getKeyValuePairs(), List.of());
        lines.write(
                event.getLevel(), name, text(event.getMessage(), event.getArgumentArray()), more, event.getThrowable());
    }

    private static String text(@Nullable String message, Object @Nullable [] arguments) {
        return String.valueOf(MessageFormatter.basicArrayFormat(message, arguments));
    }
}
