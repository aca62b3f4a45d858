package dev.capy.server.metrics;

import dev.capy.server.metrics.prometheus.PrometheusText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a server counts of itself for whoever runs it. To count costs next to nothing; what it takes to write the numbers
 * down, Micrometer among it, is loaded when somebody first reads them. Thread-safe.
 */
public final class Metrics implements AutoCloseable {

    private final List<Count> counts = new CopyOnWriteArrayList<>();
    private final List<Timing> timings = new CopyOnWriteArrayList<>();
    private final List<Gauge> gauges = new CopyOnWriteArrayList<>();
    private final StoreMetrics store = new StoreMeters(this);
    private @Nullable PrometheusText text;

    /** Counts how often something happens. */
    public Count count(String name, String help, String... labels) {
        Count count = new Count(name, help, List.of(labels));
        counts.add(count);
        return count;
    }

    /** Counts how long something takes. */
    public Timing timing(String name, String help, String... labels) {
        Timing timing = new Timing(name, help, List.of(labels));
        timings.add(timing);
        return timing;
    }

    /**
     * Shows something that is counted elsewhere and goes up and down.
     *
     * @param labels names and values by turns
     */
    public void gauge(String name, String help, LongSupplier value, String... labels) {
        gauges.add(new Gauge(name, help, false, labels, value));
    }

    /**
     * Shows something that is counted elsewhere and only grows.
     *
     * @param labels names and values by turns
     */
    public void total(String name, String help, LongSupplier value, String... labels) {
        gauges.add(new Gauge(name, help, true, labels, value));
    }

    /** What a store tells how it does. */
    public StoreMetrics store() {
        return store;
    }

    /** All numbers as they are now, as Prometheus reads them; empty where Micrometer is not on the class path. */
    public synchronized Optional<String> text() {
        try {
            if (text == null) {
                text = new PrometheusText();
            }
            return Optional.of(text.write(counts, timings, gauges));
        } catch (NoClassDefFoundError e) {
            return Optional.empty();
        }
    }

    /** Lets go of what reading them took. */
    @Override
    public synchronized void close() {
        if (text != null) {
            text.close();
            text = null;
        }
    }
}
