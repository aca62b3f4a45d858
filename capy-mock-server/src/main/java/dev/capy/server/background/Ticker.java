package dev.capy.server.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, on a thread that is there only while that is wanted. Thread-safe. */
public final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private @Nullable ScheduledExecutorService thread;
    private boolean closed;

    /**
     * @param name what its thread is called
     * @param pause how long it rests before each turn
     */
    public Ticker(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** Has the work done from now on; nothing happens when it is already, or when this is closed. */
    public synchronized void start() {
        if (thread == null && !closed) {
            thread = Executors.newSingleThreadScheduledExecutor(this::daemon);
            thread.scheduleWithFixedDelay(this::turn, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private Thread daemon(Runnable turns) {
        Thread daemon = new Thread(turns, name);
        daemon.setDaemon(true);
        return daemon;
    }

    private void turn() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
        }
    }

    /** Has no further turn begin. Never waits, and may be called from a turn. */
    public void stop() {
        ScheduledExecutorService stopped = taken(false);
        if (stopped != null) {
            stopped.shutdown();
        }
    }

    /** Ends it for good, and waits a little for a turn that is under way. */
    @Override
    public void close() {
        ScheduledExecutorService stopped = taken(true);
        if (stopped != null) {
            stopped.shutdownNow();
            try {
                stopped.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized @Nullable ScheduledExecutorService taken(boolean forGood) {
        ScheduledExecutorService taken = thread;
        thread = null;
        closed |= forGood;
        return taken;
    }
}
