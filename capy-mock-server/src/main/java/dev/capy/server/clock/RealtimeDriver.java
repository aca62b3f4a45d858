package dev.capy.server.clock;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the time of worlds pass as real time does, so many times faster. A world whose time is moved by hand goes on from
 * there. One thread serves all worlds; there is none while no world follows. Thread-safe.
 */
public final class RealtimeDriver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RealtimeDriver.class);
    private static final long TICK_MILLIS = 10;

    /** Where a world's time stood at a moment of real time. */
    private record Anchor(Instant time, long nanos, double speed) {

        Instant timeAt(long now) {
            return time.plus(Duration.ofNanos(Math.round((now - nanos) * speed)));
        }
    }

    private final Map<CapyClock, Anchor> anchors = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService ticker;

    /**
     * Makes a world's time follow real time from now on.
     *
     * @param speed how many seconds pass in one real second, above 0
     */
    public synchronized void follow(CapyClock clock, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be above 0, was " + speed);
        }
        clock.mode(ClockMode.REALTIME);
        anchors.put(clock, new Anchor(clock.now(), System.nanoTime(), speed));
        if (ticker == null) {
            ticker = Executors.newSingleThreadScheduledExecutor(RealtimeDriver::thread);
            ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "capy-clock");
        thread.setDaemon(true);
        return thread;
    }

    private void tick() {
        anchors.keySet().forEach(this::tryCatchUp);
    }

    private void tryCatchUp(CapyClock clock) {
        try {
            catchUp(clock);
        } catch (RuntimeException e) {
            LOG.error("What fell due failed", e);
        }
    }

    /** Brings a world's time to what real time says; nothing happens when the world does not follow it. */
    public void catchUp(CapyClock clock) {
        Anchor anchor = anchors.get(clock);
        if (anchor != null && clock.mode() == ClockMode.REALTIME) {
            long now = System.nanoTime();
            Instant wanted = anchor.timeAt(now);
            if (!clock.catchUp(wanted)) {
                anchors.put(clock, new Anchor(clock.now(), now, anchor.speed()));
            }
        }
    }

    /** How fast a world's time passes; empty when it does not follow real time. */
    public OptionalDouble speed(CapyClock clock) {
        Anchor anchor = anchors.get(clock);
        return anchor == null || clock.mode() != ClockMode.REALTIME
                ? OptionalDouble.empty()
                : OptionalDouble.of(anchor.speed());
    }

    /** Lets a world's time stand still. */
    public void leave(CapyClock clock) {
        anchors.remove(clock);
    }

    @Override
    public synchronized void close() {
        anchors.clear();
        if (ticker != null) {
            ticker.shutdownNow();
            try {
                ticker.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ticker = null;
        }
    }
}
