package dev.capy.server.background;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing after the other, on a thread that is there only while there is something to do, and a moment longer.
 * Thread-safe.
 */
public final class Worker implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long REST_MILLIS = 1_000;

    private final String name;
    private final ThreadPoolExecutor thread;

    /** @param name what its thread is called */
    public Worker(String name) {
        this.name = name;
        this.thread = new ThreadPoolExecutor(
                1, 1, REST_MILLIS, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), this::daemon);
        thread.allowCoreThreadTimeOut(true);
    }

    private Thread daemon(Runnable work) {
        Thread daemon = new Thread(work, name);
        daemon.setDaemon(true);
        return daemon;
    }

    /** Does {@code work} after all that it was given before; drops it when this is closed. */
    @Override
    public void execute(Runnable work) {
        try {
            thread.execute(() -> tryTo(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is closed", name, e);
        }
    }

    private void tryTo(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
        }
    }

    /** Ends it for good, and waits a little for what is under way. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
