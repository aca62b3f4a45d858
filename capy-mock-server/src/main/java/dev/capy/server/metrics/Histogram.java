package dev.capy.server.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How many durations were at most so long, for each of some bounds. Thread-safe. */
public final class Histogram {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** From half a millisecond, which is a usual request, to ten seconds. */
    private static final long[] BOUNDS = {
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000,
        25_000_000,
        50_000_000,
        100_000_000,
        250_000_000,
        500_000_000,
        1_000_000_000,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L
    };

    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(BOUNDS.length + 1L).toArray(LongAdder[]::new);
    private final LongAdder sum = new LongAdder();

    void add(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS.length && nanos > BOUNDS[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sum.add(nanos);
    }

    /** The upper bounds of the buckets in seconds, the last one without end. */
    public static List<Double> bounds() {
        return Stream.concat(
                        Arrays.stream(BOUNDS).mapToObj(nanos -> (double) nanos / NANOS_PER_SECOND),
                        Stream.of(Double.POSITIVE_INFINITY))
                .toList();
    }

    /** How many durations are in each bucket and in none before it. */
    public List<Long> counts() {
        return Stream.of(counts).map(LongAdder::sum).toList();
    }

    /** All durations together, in seconds. */
    public double sum() {
        return (double) sum.sum() / NANOS_PER_SECOND;
    }
}
