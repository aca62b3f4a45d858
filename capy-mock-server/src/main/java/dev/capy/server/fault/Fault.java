package dev.capy.server.fault;

import dev.capy.server.http.Point;
import dev.capy.server.verify.RequestPattern;
import java.util.Objects;
import java.util.Optional;

/**
 * A rule by which something goes wrong. Immutable and thread-safe.
 *
 * <pre>{@code
 * server.faults().add(Fault.when(operation("getThread")).nth(2).then(Effect.status(503)));
 * }</pre>
 *
 * @param name what it is called; empty to be given one
 * @param when which requests it is for
 * @param on which of them it strikes
 * @param most how often it strikes before it is used up
 * @param at where it strikes
 * @param effect what it does
 */
public record Fault(String name, RequestPattern when, Frequency on, int most, Point at, Effect effect) {

    public Fault {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(when, "when");
        if (most < 1) {
            throw new IllegalArgumentException("a fault must strike at least once, was " + most);
        }
        if (!effect.fits(at)) {
            throw new IllegalArgumentException(effect + " cannot happen at the point " + at);
        }
        if (at == Point.DELIVERY && when.operation().isPresent()) {
            throw new IllegalArgumentException("no operation is asked for at the point " + at);
        }
        if (at == Point.BEFORE_ROUTING && when.looksAtBody()) {
            throw new IllegalArgumentException("no body is read at the point " + at + "; choose BEFORE_HANDLING");
        }
        if (at != Point.WHILE_SENDING && when.looksAtAnswer()) {
            throw new IllegalArgumentException("no answer is known at the point " + at + "; choose WHILE_SENDING");
        }
    }

    /** Begins a rule for these requests: always, for all of them, unless said otherwise. */
    public static Builder when(RequestPattern pattern) {
        return new Builder(pattern);
    }

    Fault named(String value) {
        return new Fault(value, when, on, most, at, effect);
    }

    /** Says what a rule is. Not thread-safe. */
    public static final class Builder {

        private final RequestPattern pattern;
        private String name = "";
        private Frequency frequency = new Frequency.Always();
        private int most = Integer.MAX_VALUE;
        private Optional<Point> point = Optional.empty();

        private Builder(RequestPattern pattern) {
            this.pattern = Objects.requireNonNull(pattern, "pattern");
        }

        public Builder named(String value) {
            name = Objects.requireNonNull(value, "name");
            return this;
        }

        /** Strikes this one of them alone, counted from 1. */
        public Builder nth(int value) {
            return on(new Frequency.Nth(value));
        }

        /** Strikes the first so many of them. */
        public Builder first(int count) {
            return on(new Frequency.First(count));
        }

        /** Strikes one in so many. */
        public Builder every(int count) {
            return on(new Frequency.Every(count));
        }

        /** Strikes so many of a hundred, drawn from the world's seed. */
        public Builder percentage(double percent) {
            return on(new Frequency.Percentage(percent));
        }

        public Builder on(Frequency value) {
            frequency = Objects.requireNonNull(value, "frequency");
            return this;
        }

        /** Strikes so often and never again. */
        public Builder times(int value) {
            most = value;
            return this;
        }

        /** Strikes once and never again. */
        public Builder once() {
            return times(1);
        }

        /** Where on their way it strikes; where the effect usually does unless said otherwise. */
        public Builder at(Point value) {
            point = Optional.of(value);
            return this;
        }

        /**
         * The rule with this effect.
         *
         * @throws IllegalArgumentException when that cannot happen there
         */
        public Fault then(Effect effect) {
            return new Fault(name, pattern, frequency, most, point.orElseGet(effect::usualPoint), effect);
        }
    }
}
