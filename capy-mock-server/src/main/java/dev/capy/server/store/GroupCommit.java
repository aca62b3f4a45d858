package dev.capy.server.store;

import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.error.Unavailable;
import dev.capy.server.metrics.StoreMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.StatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the commits of many worlds durable together: while one group is written the next one gathers. One thread writes.
 * Thread-safe.
 */
final class GroupCommit implements AutoCloseable {

    /** So many commits may wait; whoever has one more waits too. */
    static final int MOST_WAITING = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** What one world has in a group. */
    private static final class Share {

        private final CompletableFuture<Void> kept = new CompletableFuture<>();
        private final List<Commit> commits = new ArrayList<>();
    }

    /** The commits that become durable together, by world. */
    private static final class Group {

        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Map<JdbiStore, Share> shares = new LinkedHashMap<>();
        private int size;

        private Map<JdbiStore, List<Commit>> commits() {
            Map<JdbiStore, List<Commit>> commits = new LinkedHashMap<>();
            shares.forEach((store, share) -> commits.put(store, share.commits));
            return commits;
        }
    }

    private final Consumer<Map<JdbiStore, List<Commit>>> write;
    private final Thread writer = new Thread(this::run, "capy-store");
    private Group gathering = new Group();
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
    private boolean closed;
    private volatile StoreMetrics metrics = StoreMetrics.NONE;

    /** @param write makes commits durable, all of them or none */
    GroupCommit(Consumer<Map<JdbiStore, List<Commit>>> write) {
        this.write = write;
        writer.setDaemon(true);
        writer.start();
    }

    /** Tells {@code told} how it does from now on. */
    void measure(StoreMetrics told) {
        metrics = told;
        told.waiting(this::waiting);
    }

    private synchronized long waiting() {
        return gathering.size;
    }

    /**
     * Takes a commit.
     *
     * @return completes when it is durable
     * @throws Unavailable when an earlier commit of its world was lost, or this is closed
     */
    synchronized CompletableFuture<Void> add(JdbiStore store, Commit commit) {
        awaitRoom();
        if (closed) {
            throw unavailable(new IllegalStateException("the store is closed"));
        } else if (store.isBroken()) {
            throw unavailable(new IllegalStateException("an earlier change could not be kept"));
        }
        Share share = gathering.shares.computeIfAbsent(store, ignored -> new Share());
        share.commits.add(commit);
        gathering.size++;
        notifyAll();
        return share.kept;
    }

    private void awaitRoom() {
        if (gathering.size < MOST_WAITING) {
            return;
        }
        long began = System.nanoTime();
        try {
            while (gathering.size >= MOST_WAITING && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
        metrics.waitedForRoom(Duration.ofNanos(System.nanoTime() - began));
    }

    /** Waits until all that was added is durable, or lost. */
    void awaitWritten() {
        CompletableFuture<Void> last;
        synchronized (this) {
            last = gathering.size > 0 ? gathering.done : underWay;
        }
        last.join();
    }

    static Unavailable unavailable(Throwable cause) {
        return new Unavailable("The store cannot keep anything now: " + Connections.reason(cause), RETRY_AFTER, cause);
    }

    private void run() {
        Group group = next();
        while (group.size > 0) {
            write(group);
            group = next();
        }
        group.done.complete(null);
    }

    /** The next group that is not empty; an empty one when there will be none any more. */
    private synchronized Group next() {
        try {
            while (gathering.size == 0 && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        Group group = gathering;
        gathering = new Group();
        underWay = group.done;
        notifyAll();
        return group;
    }

    private void write(Group group) {
        try {
            long began = System.nanoTime();
            write.accept(group.commits());
            metrics.groupWritten(group.size, Duration.ofNanos(System.nanoTime() - began));
            group.shares.values().forEach(share -> share.kept.complete(null));
        } catch (StatementException | StaleWorldException e) {
            writeOneByOne(group, e);
        } catch (RuntimeException | Error e) {
            group.shares.forEach((store, share) -> lose(store, share, e));
        }
        group.done.complete(null);
    }

    /** No world suffers from what is wrong with another one. */
    private void writeOneByOne(Group group, RuntimeException failure) {
        if (group.shares.size() == 1) {
            group.shares.forEach((store, share) -> lose(store, share, failure));
            return;
        }
        group.shares.forEach((store, share) -> {
            try {
                write.accept(Map.of(store, share.commits));
                share.kept.complete(null);
            } catch (RuntimeException | Error e) {
                lose(store, share, e);
            }
        });
    }

    /** What gathers meanwhile may build on what is lost. */
    private void lose(JdbiStore store, Share share, Throwable failure) {
        LOG.error("{} changes could not be kept: {}", share.commits.size(), Connections.reason(failure));
        LOG.debug("Why they could not", failure);
        metrics.groupLost(share.commits.size());
        Share gathered;
        synchronized (this) {
            store.broken();
            gathered = gathering.shares.remove(store);
            gathering.size -= gathered == null ? 0 : gathered.commits.size();
            notifyAll();
        }
        Unavailable unavailable = unavailable(failure);
        share.kept.completeExceptionally(unavailable);
        if (gathered != null) {
            gathered.kept.completeExceptionally(unavailable);
        }
    }

    /** Makes durable what waits, and takes nothing any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
