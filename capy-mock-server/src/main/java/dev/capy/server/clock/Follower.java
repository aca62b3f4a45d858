package dev.capy.server.clock;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import java.time.Duration;
import java.time.Instant;

/** One world's time while it follows real time: where it stood at a moment, and how fast it goes on. Thread-safe. */
final class Follower {

    private final CapyClock clock;
    private final double speed;
    private Instant time;
    private long nanos = System.nanoTime();
    private boolean stopped;

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

    /** Brings the world's time to what real time says; a world that is ahead goes on from where it is. */
    synchronized void catchUp() {
        if (stopped || !follows()) {
            return;
        }
        long now = System.nanoTime();
        if (!clock.catchUp(time.plus(Duration.ofNanos(Math.round((now - nanos) * speed))))) {
            time = clock.now();
            nanos = now;
        }
    }

    /** Moves it no more; waits for a move that is under way. */
    synchronized void stop() {
        stopped = true;
    }
}
