package dev.capy.server.cluster;

import dev.capy.server.background.Ticker;
import dev.capy.server.store.Nodes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right of a node to its worlds, which it renews as long as it lives. Looks many times in the span of a lease whether
 * another's has lapsed. Thread-safe.
 */
final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private static final int TURNS = 20;
    private static final int RENEWALS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration GONE = Duration.ofHours(1);

    /** What a node does at each turn. */
    interface Turn {

        /** Serves what nobody does. */
        void adoptAll();

        /**
         * Serves no more what others do.
         *
         * @param owned the worlds that were this node's a moment ago
         */
        void dropAllBut(Set<String> owned);
    }

    private final Nodes nodes;
    private final String node;
    private final Duration span;
    private final Turn turn;
    private final Ticker renewals;
    private final Ticker adoptions;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile String address = "";
    private volatile long renewedAt;
    private volatile long triedAt;

    Lease(Nodes nodes, String node, Duration span, Turn turn) {
        this.nodes = nodes;
        this.node = node;
        this.span = span;
        this.turn = turn;
        this.renewals = new Ticker("capy-lease", span.dividedBy(TURNS), this::renewOnTime);
        this.adoptions = new Ticker("capy-adoption", span.dividedBy(TURNS), this::adopt);
    }

    /** Joins the others, who cannot reach it yet. */
    void begin() {
        renewedAt = System.nanoTime();
        nodes.forgetGone(GONE);
        nodes.join(node, address, span);
        renewals.start();
    }

    /** Tells the others where it can be reached. */
    void announce(String reachedAt) {
        address = reachedAt;
        nodes.move(node, reachedAt);
    }

    /**
     * Makes sure that what is served is this node's still, as far as that can be known: whoever was asleep for longer than its
     * lease asks first. While the database is away nobody else can have taken anything in it.
     */
    void check() {
        if (isOlderThan(renewedAt, span) && isOlderThan(triedAt, RETRY)) {
            checkNow();
        }
    }

    private synchronized void checkNow() {
        if (isOlderThan(renewedAt, span) && isOlderThan(triedAt, RETRY)) {
            attempt(this::renew);
        }
    }

    private static boolean isOlderThan(long nanos, Duration age) {
        return System.nanoTime() - nanos >= age.toNanos();
    }

    private void renewOnTime() {
        attempt(() -> {
            if (isOlderThan(renewedAt, span.dividedBy(RENEWALS))) {
                renew();
            }
            told.clear();
        });
    }

    private void adopt() {
        attempt(turn::adoptAll);
    }

    /** Serves from now on what nobody does, on a thread of its own: to load a world can take longer than a lease. */
    void adoptFromNowOn() {
        adoptions.start();
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (told.add(String.valueOf(e.getMessage()))) {
                LOG.error("The lease of this node cannot be kept up: {}", e.getMessage());
            }
        }
    }

    private synchronized void renew() {
        long now = System.nanoTime();
        triedAt = now + PATIENCE.toNanos(); // nobody else waits for the same
        if (!nodes.renew(node, span)) {
            nodes.join(node, address, span);
        }
        renewedAt = now;
        triedAt = now;
        turn.dropAllBut(nodes.ownedBy(node));
    }

    /** Leaves the others, who may take its worlds at once. */
    @Override
    public void close() {
        adoptions.close();
        renewals.close();
        try {
            nodes.leave(node);
        } catch (RuntimeException e) {
            LOG.warn("This node could not say that it ends; its lease will lapse: {}", e.getMessage());
        }
    }
}
