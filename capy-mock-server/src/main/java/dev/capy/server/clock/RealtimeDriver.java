package dev.capy.server.clock;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.error.Unavailable;
import dev.capy.server.background.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the time of worlds pass as real time does, so many times faster. A world whose time is moved by hand goes on from
 * there. One thread serves all worlds; there is none while no world follows. Thread-safe.
 */
public final class RealtimeDriver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RealtimeDriver.class);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Map<CapyClock, Follower> followers = new ConcurrentHashMap<>();
    private final Ticker ticker = new Ticker("capy-clock", PAUSE, this::tick);

    /**
     * Makes a world's time follow real time from now on.
     *
     * @param speed how many seconds pass in one real second, above 0
     */
    public synchronized void follow(CapyClock clock, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be above 0, was " + speed);
        }
        catchUp(clock);
        leave(clock);
        clock.mode(ClockMode.REALTIME);
        followers.put(clock, new Follower(clock, speed));
        ticker.start();
    }

    private void tick() {
        followers.values().forEach(RealtimeDriver::tryCatchUp);
    }

    private static void tryCatchUp(Follower follower) {
        try {
            follower.catchUpUnlessPaused();
        } catch (Unavailable e) {
            LOG.warn("A world's time stands still: {}", e.getMessage());
            follower.pause(e.retryAfter());
        } catch (RuntimeException e) {
            LOG.error("What fell due failed", e);
        }
    }

    /** Brings a world's time to what real time says; nothing happens when the world does not follow it. */
    public void catchUp(CapyClock clock) {
        find(clock).ifPresent(Follower::catchUp);
    }

    /** How fast a world's time passes; empty when it does not follow real time. */
    public OptionalDouble speed(CapyClock clock) {
        return find(clock).filter(Follower::follows).stream()
                .mapToDouble(Follower::speed)
                .findFirst();
    }

    private Optional<Follower> find(CapyClock clock) {
        return Optional.ofNullable(followers.get(clock));
    }

    /** Lets a world's time stand still: when this returns, real time moves it no more. */
    public synchronized void leave(CapyClock clock) {
        Follower follower = followers.remove(clock);
        if (follower != null) {
            follower.stop();
        }
        if (followers.isEmpty()) {
            ticker.stop();
        }
    }

    @Override
    public void close() {
        followers.clear();
        ticker.close();
    }
}
