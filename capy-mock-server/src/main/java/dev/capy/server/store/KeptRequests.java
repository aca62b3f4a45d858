package dev.capy.server.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes requests down for whoever looks into the database later. One thread writes; nobody waits for it, so when it cannot
 * keep up, or the database is away, requests are left out and counted in the log. Thread-safe.
 */
public final class KeptRequests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRequests.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_TOGETHER = 500;
    private static final long PAUSE_MILLIS = 200;
    private static final char NOTHING = '\0';
    private static final char UNREADABLE = '\uFFFD';

    private final Jdbi jdbi;
    private final BlockingQueue<KeptRequest> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::run, "capy-requests");
    private volatile boolean closed;
    private volatile long leftOut;

    KeptRequests(Jdbi jdbi) {
        this.jdbi = jdbi;
        writer.setDaemon(true);
        writer.start();
    }

    /** Takes a request; never waits. */
    public void add(KeptRequest request) {
        if (!waiting.offer(request)) {
            leaveOut(1);
        }
    }

    private synchronized void leaveOut(int count) {
        if (leftOut == 0) {
            LOG.warn("The store does not keep up with the requests: some are left out");
        }
        leftOut += count;
    }

    private void run() {
        List<KeptRequest> together = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            gather(together);
            if (!together.isEmpty()) {
                tryToWrite(together);
                together.clear();
            }
        }
    }

    private void gather(List<KeptRequest> together) {
        try {
            KeptRequest first = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                together.add(first);
                waiting.drainTo(together, MOST_TOGETHER - 1);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void tryToWrite(List<KeptRequest> together) {
        try {
            jdbi.useTransaction(handle -> {
                try (PreparedBatch inserts = handle.prepareBatch("INSERT INTO requests (world, request_id, arrived_at,"
                        + " method, path, operation, user_id, status, ending, milliseconds, body, answer)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                    together.forEach(request -> add(inserts, request));
                    inserts.execute();
                }
            });
        } catch (RuntimeException e) {
            LOG.debug("Requests could not be kept", e);
            leaveOut(together.size());
        }
    }

    private static void add(PreparedBatch inserts, KeptRequest request) {
        inserts.add(
                request.world(),
                request.requestId(),
                request.arrivedAt().atOffset(ZoneOffset.UTC),
                request.method(),
                readable(request.path()),
                request.operation(),
                request.user(),
                request.status(),
                request.ending(),
                request.took().toNanos() / 1e6,
                readable(request.body()),
                readable(request.answer()));
    }

    /** PostgreSQL knows no text with this character in it. */
    private static String readable(String text) {
        return text.replace(NOTHING, UNREADABLE);
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (leftOut > 0) {
            LOG.warn("{} requests were left out", leftOut);
        }
    }
}
