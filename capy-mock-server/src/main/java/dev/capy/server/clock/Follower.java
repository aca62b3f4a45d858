package dev.capy.server.clock;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import java.time.Duration;
import java.time.Instant;

/** One world's time while it follows real time: where it stood at a moment, and how fast it goes on. Thread-safe. */
final class Follower {

    private static final long BETWEEN_KEPT = Duration.ofSeconds(1).toNanos();

    private final CapyClock clock;
    private final double speed;
    private Instant time;
    private long nanos = System.nanoTime();
    private long kept = nanos;
    private boolean stopped;
    private volatile long pausedAt = nanos;
    private volatile Duration pause = Duration.ZERO;

    Follower(CapyClock clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        this.time = clock.now();
    }

    double speed() {
        return speed;
    }

    boolean follows() {
        return clock.mode() == ClockMode.REALTIME;
    }

    /** Leaves the world's time alone for a while: its store takes nothing. */
    void pause(Duration span) {
        pausedAt = System.nanoTime();
        pause = span;
    }

    /** As {@link #catchUp}, unless the world's store has just refused. */
    void catchUpUnlessPaused() {
        if (System.nanoTime() - pausedAt >= pause.toNanos()) {
            catchUp();
        }
    }

    /** Brings the world's time to what real time says; a world that is ahead goes on from where it is. */
    synchronized void catchUp() {
        if (stopped || !follows()) {
            return;
        }
        long now = System.nanoTime();
        if (!move(time.plus(Duration.ofNanos(Math.round((now - nanos) * speed))), now)) {
            time = clock.now();
            nanos = now;
        }
    }

    /** Whether the world's time is not ahead. Where a world is kept, that time has passed is kept now and then. */
    private boolean move(Instant present, long now) {
        if (now - kept < BETWEEN_KEPT) {
            return clock.drift(present);
        }
        kept = now;
        return clock.catchUp(present);
    }

    /** Moves it no more; waits for a move that is under way. */
    synchronized void stop() {
        stopped = true;
    }
}
