package dev.capy.server.fault;

import dev.capy.server.http.Point;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fault does. Immutable and thread-safe. */
public sealed interface Effect {

    /** Where it happens unless said otherwise. */
    default Point usualPoint() {
        return Point.BEFORE_HANDLING;
    }

    /** Whether it can happen there. */
    default boolean fits(Point point) {
        return point != Point.DELIVERY;
    }

    /** What everything is late by; in virtual time, unless {@link Latency#inWallTime()}. */
    static Latency latency(Duration fixed) {
        return new Latency(new Delay.Fixed(fixed), false);
    }

    /** A latency that is drawn anew each time, from the world's seed. */
    static Latency latency(Delay delay) {
        return new Latency(delay, false);
    }

    /**
     * An error with the API's own envelope.
     *
     * @param code from 400 to 599
     */
    static Status status(int code) {
        return new Status(code, null, null, null);
    }

    /** A body of no bytes. */
    static Effect emptyBody() {
        return new Body(Body.Kind.EMPTY, 0);
    }

    /** A body that is no JSON. */
    static Effect garbage() {
        return new Body(Body.Kind.GARBAGE, 0);
    }

    /** A body that ends with the connection after so many bytes, though a longer one was announced. */
    static Effect truncated(int bytes) {
        return new Body(Body.Kind.TRUNCATED, bytes);
    }

    /** The connection is reset; while sending, after half of the body. */
    static Effect reset() {
        return new Break(Break.Kind.RESET, Duration.ZERO);
    }

    /** The connection is closed; while sending, after half of the body. */
    static Effect close() {
        return new Break(Break.Kind.CLOSE, Duration.ZERO);
    }

    /** Nothing is sent any more, for half a minute at most; while sending, after half of the body. */
    static Effect stall() {
        return stall(Duration.ofSeconds(30));
    }

    /** The same, until the caller goes, the server ends, or so much wall time has passed. */
    static Effect stall(Duration limit) {
        return new Break(Break.Kind.STALL, limit);
    }

    /** A webhook is told the same thing twice. */
    static Effect deliveredTwice() {
        return new Webhook(Webhook.Kind.TWICE);
    }

    /** What a webhook is told never arrives; it is told again later, as after any failure. */
    static Effect deliveryLost() {
        return new Webhook(Webhook.Kind.LOST);
    }

    /**
     * Everything is late.
     *
     * @param wall whether real time passes, and not the world's
     */
    record Latency(Delay delay, boolean wall) implements Effect {

        /** The same, while real time passes and the world's stands still. */
        public Latency inWallTime() {
            return new Latency(delay, true);
        }

        @Override
        public String toString() {
            return "latency of " + delay + (wall ? " in wall time" : " in virtual time");
        }
    }

    /**
     * An error is answered.
     *
     * @param code the envelope's code; null for the usual one of the status
     * @param message null for one that says that a fault rule is at work
     * @param seconds what {@code Retry-After} says; null for no such header
     */
    record Status(
            int status,
            @Nullable String code,
            @Nullable String message,
            @Nullable Integer seconds) implements Effect {

        public Status {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("the status of a fault must be from 400 to 599, was " + status);
            }
            if (seconds != null && seconds < 0) {
                throw new IllegalArgumentException("Retry-After must not be negative, was " + seconds);
            }
        }

        public Status retryAfter(int value) {
            return new Status(status, code, message, value);
        }

        public Status code(String value) {
            return new Status(status, Objects.requireNonNull(value), message, seconds);
        }

        public Status message(String value) {
            return new Status(status, code, Objects.requireNonNull(value), seconds);
        }

        /** The envelope's message. */
        String shownMessage() {
            return Optional.ofNullable(message).orElse("A fault rule answers " + status);
        }

        @Override
        public boolean fits(Point point) {
            return point != Point.WHILE_SENDING && point != Point.DELIVERY;
        }

        @Override
        public String toString() {
            return "status " + status + (seconds == null ? "" : " with Retry-After " + seconds);
        }
    }

    /**
     * The body of the answer is spoilt.
     *
     * @param bytes how much of it is sent where it is truncated
     */
    record Body(Kind kind, int bytes) implements Effect {

        enum Kind {
            EMPTY,
            GARBAGE,
            TRUNCATED
        }

        public Body {
            if (bytes < 0) {
                throw new IllegalArgumentException("a body cannot be cut to " + bytes + " bytes");
            }
        }

        @Override
        public Point usualPoint() {
            return Point.WHILE_SENDING;
        }

        @Override
        public boolean fits(Point point) {
            return point == Point.WHILE_SENDING;
        }

        @Override
        public String toString() {
            return switch (kind) {
                case EMPTY -> "empty body";
                case GARBAGE -> "garbage for a body";
                case TRUNCATED -> "body cut after " + bytes + " bytes";
            };
        }
    }

    /** The connection breaks. */
    record Break(Kind kind, Duration limit) implements Effect {

        enum Kind {
            RESET,
            CLOSE,
            STALL
        }

        public Break {
            if (limit.isNegative()) {
                throw new IllegalArgumentException("a stall cannot last " + limit);
            }
        }

        @Override
        public String toString() {
            return switch (kind) {
                case RESET -> "connection reset";
                case CLOSE -> "connection closed";
                case STALL -> "stall for at most " + limit;
            };
        }
    }

    /** What a webhook is told takes another way. */
    record Webhook(Kind kind) implements Effect {

        enum Kind {
            TWICE,
            LOST
        }

        @Override
        public Point usualPoint() {
            return Point.DELIVERY;
        }

        @Override
        public boolean fits(Point point) {
            return point == Point.DELIVERY;
        }

        @Override
        public String toString() {
            return kind == Kind.TWICE ? "webhook told twice" : "webhook never told";
        }
    }
}
