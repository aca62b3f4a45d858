package dev.capy.core.vm;

import dev.capy.core.shell.Effect;
import dev.capy.core.shell.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A command that runs, or that has ended and left something running in the background. What it will do is known from the
 * start; it happens in virtual time.
 *
 * @param id its id
 * @param vmId where it runs
 * @param startedAt when it started
 * @param applied how far into it its changes have reached the disk's record
 * @param awaited whether someone will ask how it ended
 * @param outcome what it does
 */
public record Execution(String id, String vmId, Instant startedAt, Duration applied, boolean awaited, Outcome outcome) {

    static final Duration NOTHING_APPLIED = Duration.ofNanos(-1);

    public Execution {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(vmId, "vmId");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(applied, "applied");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** How long it runs. */
    public Duration duration() {
        return outcome.duration();
    }

    Execution appliedTo(Instant now) {
        return new Execution(id, vmId, startedAt, Duration.between(startedAt, now), awaited, outcome);
    }

    Execution detached() {
        return new Execution(id, vmId, startedAt, applied, false, outcome);
    }

    /** Whether an effect has happened by {@code now} that has not reached the disk's record. */
    boolean isDue(Effect effect, Instant now) {
        return effect.at().compareTo(applied) > 0
                && !startedAt.plus(effect.at()).isAfter(now);
    }

    /** Whether it has not come to its end by {@code now}. */
    boolean isRunning(Instant now) {
        return now.isBefore(startedAt.plus(duration()));
    }

    /** Whether nothing is left to happen to the disk. */
    boolean isSpent() {
        return outcome.effects().stream().allMatch(effect -> effect.at().compareTo(applied) <= 0);
    }
}
