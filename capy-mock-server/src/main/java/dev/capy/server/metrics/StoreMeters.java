package dev.capy.server.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts what a store tells. Thread-safe. */
final class StoreMeters implements StoreMetrics {

    private final Metrics metrics;
    private final Timing writes;
    private final Timing waits;
    private final Count commits;
    private final Count lost;

    StoreMeters(Metrics metrics) {
        this.metrics = metrics;
        this.writes = metrics.timing("capy.store.group.writes", "How long the store took to write a group of commits");
        this.waits = metrics.timing("capy.store.backpressure", "How long commits waited until the store had room");
        this.commits = metrics.count("capy.store.commits", "Commits, by whether they were kept", "outcome");
        this.lost = metrics.count("capy.store.groups.lost", "Groups of commits that could not be kept");
    }

    @Override
    public void groupWritten(int size, Duration took) {
        writes.took(took.toNanos());
        commits.of("kept").add(size);
    }

    @Override
    public void groupLost(int size) {
        lost.of().increment();
        commits.of("lost").add(size);
    }

    @Override
    public void waitedForRoom(Duration waited) {
        waits.took(waited.toNanos());
    }

    @Override
    public void waiting(LongSupplier waiting) {
        metrics.gauge("capy.store.waiting", "Commits that wait to be written", waiting);
    }
}
