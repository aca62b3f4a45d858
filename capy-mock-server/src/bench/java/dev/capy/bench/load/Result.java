package dev.capy.bench.load;

/**
 * What a run showed.
 *
 * @param perSecond answers in one second of wall time
 * @param latencies how long each took
 */
public record Result(double perSecond, Latencies latencies) {

    public double p50() {
        return latencies.millis(0.50);
    }

    public double p99() {
        return latencies.millis(0.99);
    }
}
