package dev.capy.core.capx.settings;

import java.util.Objects;

/**
 * How long things take in Capx, and what they cost.
 *
 * @param latencies how long
 * @param costs how much
 */
public record CapxSettings(CapxLatencies latencies, CapxCosts costs) {

    /** What is usual. */
    public static final CapxSettings DEFAULT = new CapxSettings(CapxLatencies.DEFAULT, CapxCosts.DEFAULT);

    public CapxSettings {
        Objects.requireNonNull(latencies, "latencies");
        Objects.requireNonNull(costs, "costs");
    }

    public CapxSettings latencies(CapxLatencies other) {
        return new CapxSettings(other, costs);
    }

    public CapxSettings costs(CapxCosts other) {
        return new CapxSettings(latencies, other);
    }
}
