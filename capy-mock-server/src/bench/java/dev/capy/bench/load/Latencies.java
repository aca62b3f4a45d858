package dev.capy.bench.load;

import java.util.Arrays;

/** How long each of a number of requests took. Not thread-safe. */
public final class Latencies {

    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final long[] nanos;
    private int count;
    private boolean sorted;

    Latencies(int most) {
        nanos = new long[most];
    }

    void add(long taken) {
        nanos[count++] = taken;
    }

    int count() {
        return count;
    }

    /** The time in milliseconds within which this share of the requests was answered. */
    public double millis(double share) {
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        return nanos[Math.min(count - 1, (int) (count * share))] / NANOS_IN_A_MILLISECOND;
    }
}
