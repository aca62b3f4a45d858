package dev.capy.core.kernel;

import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A world's time. It moves only when it is told to, and every move is quiescent: it returns when all that fell due is
 * done, in the order of due time and then of scheduling. Thread-safe; moves wait for one another, looks never wait.
 */
public final class CapyClock {

    /** Where time stands in a new world that says nothing else. */
    public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    /** How long {@link #runUntilIdle()} lets time run before it gives up. */
    public static final Duration IDLE_LIMIT = Duration.ofDays(365);

    private static final int NAMED = 5;

    private final Kernel kernel;
    private volatile ClockMode mode = ClockMode.MANUAL;

    CapyClock(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The time now. */
    public Instant now() {
        return kernel.state().now();
    }

    /** What makes it move. */
    public ClockMode mode() {
        return mode;
    }

    /** Sets what makes it move. */
    public void mode(ClockMode chosen) {
        mode = Objects.requireNonNull(chosen, "mode");
    }

    /**
     * Lets {@code by} pass and runs everything that falls due.
     *
     * @throws Invalid when {@code by} is negative
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw Invalid.at("$.by", "must not be negative, was " + by);
        }
        kernel.moving(() -> {
            runTo(reach(now(), by));
            return true;
        });
    }

    /**
     * Lets time pass until {@code time} and runs everything that falls due.
     *
     * @throws Invalid when {@code time} lies in the past
     */
    public void advanceTo(Instant time) {
        kernel.moving(() -> {
            if (time.isBefore(now())) {
                throw Invalid.at("$.to", "must not lie before the world's time " + now() + ", was " + time);
            }
            runTo(time);
            return true;
        });
    }

    /**
     * Lets time pass until {@code time} and runs everything that falls due, unless time is there already.
     *
     * @return whether time had to pass, or was just there; false when it is ahead
     */
    public boolean catchUp(Instant time) {
        return catchUp(time, this::runTo);
    }

    /**
     * As {@link #catchUp}, but a store learns that time has passed only with what happens next: for those who move time
     * many times in a second.
     */
    public boolean drift(Instant time) {
        return catchUp(time, present -> {
            kernel.runDue(present);
            kernel.driftTo(present);
        });
    }

    private boolean catchUp(Instant time, Consumer<Instant> move) {
        return kernel.moving(() -> {
            boolean behind = !time.isBefore(now());
            if (behind) {
                move.accept(time);
            }
            return behind;
        });
    }

    /**
     * Lets time pass until no foreground entry is pending.
     *
     * @throws Conflict when there still is one after {@link #IDLE_LIMIT}; time stands at the limit then
     */
    public void runUntilIdle() {
        runUntilIdle(IDLE_LIMIT);
    }

    /**
     * Lets time pass until no foreground entry is pending.
     *
     * @throws Conflict when there still is one after {@code limit}; time stands at the limit then
     * @throws Invalid when {@code limit} is negative
     */
    public void runUntilIdle(Duration limit) {
        if (!runUntil(view -> isIdle(), limit)) {
            throw new Conflict("The world is not idle after " + limit + ": it waits for " + firstHeldBy());
        }
    }

    /**
     * Lets time pass until {@code condition} holds, looked at whenever all that is due is done: now, and at each instant
     * at which something falls due.
     *
     * @param limit how much time may pass at the most
     * @return whether it holds; when not, time stands at the limit
     * @throws Invalid when {@code limit} is negative
     */
    public boolean runUntil(Predicate<? super View> condition, Duration limit) {
        if (limit.isNegative()) {
            throw Invalid.at("$.limit", "must not be negative, was " + limit);
        }
        return kernel.moving(() -> {
            Instant end = reach(now(), limit);
            kernel.runDue(now());
            while (!condition.test(kernel.view())) {
                if (!kernel.runNext(end)) {
                    kernel.moveTo(end);
                    return condition.test(kernel.view());
                }
                kernel.runDue(now());
            }
            return true;
        });
    }

    /**
     * What a poll does in the mode {@link ClockMode#ON_POLL}: moves to the instant of the next foreground entry and runs
     * everything due by then. In another mode, in an idle world, and while an errand keeps time from moving, nothing.
     */
    public void poll() {
        if (mode == ClockMode.ON_POLL && !isIdle() && !kernel.isStill()) {
            kernel.moving(() -> {
                kernel.nextForeground().ifPresent(entry -> runTo(entry.due()));
                return true;
            });
        }
    }

    /** Whether no foreground entry is pending: nothing will happen that anyone waits for. */
    public boolean isIdle() {
        return kernel.state().foreground() == 0;
    }

    /** What is still to come, in the order in which it will run. */
    public List<Entry> pending() {
        List<Entry> entries = new ArrayList<>();
        kernel.state().timeline().forEach((entry, sequence) -> entries.add(entry));
        Collections.sort(entries);
        return Collections.unmodifiableList(entries);
    }

    /** The foreground entries: what keeps the world from being idle, in the order in which it will run. */
    public List<Entry> heldBy() {
        return pending().stream().filter(Entry::foreground).toList();
    }

    /** When the next entry falls due. */
    public Optional<Instant> next() {
        return kernel.exclusively(() -> kernel.nextDue(Instant.MAX).map(Entry::due));
    }

    /** This clock for code that knows {@link java.time} alone; in UTC, moving as this one does. */
    public Clock asJavaClock() {
        return new JavaClock(this, ZoneOffset.UTC);
    }

    private void runTo(Instant time) {
        kernel.runDue(time);
        kernel.moveTo(time);
    }

    /** The instant {@code by} after {@code from}, or the last one there is. */
    static Instant reach(Instant from, Duration by) {
        // Duration.between(from, Instant.MAX) says the same and takes microseconds: it overflows and catches inside
        Duration left = Duration.ofSeconds(
                Instant.MAX.getEpochSecond() - from.getEpochSecond(), Instant.MAX.getNano() - from.getNano());
        return by.compareTo(left) > 0 ? Instant.MAX : from.plus(by);
    }

    private String firstHeldBy() {
        return heldBy().stream()
                .limit(NAMED)
                .map(entry -> entry.name() + " at " + entry.due())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return now() + " " + mode + (isIdle() ? " idle" : "");
    }
}
