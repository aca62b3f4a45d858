package dev.capy.core.catalog;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With what an agent thinks, and how much that scales the time of its turns; the factors are inferred.
 *
 * @param model the model's id
 * @param speed {@code fast} or {@code standard}; null for the standard one
 * @param reasoning the reasoning mode; null for the model's own
 */
public record Effort(
        String model, @Nullable String speed, @Nullable String reasoning) {

    /** The default model at the standard effort. */
    public static final Effort DEFAULT = new Effort("claude-opus-4-8", null, null);

    private static final Map<String, Double> REASONING = Map.of(
            "off", 0.6,
            "none", 0.6,
            "minimal", 0.7,
            "low", 0.8,
            "on", 1.0,
            "medium", 1.0,
            "high", 1.5,
            "xhigh", 2.0,
            "max", 3.0);

    private static final double FAST = 0.5;

    /** How long a turn takes that takes {@code standard} with a standard effort. */
    public Duration scale(Duration standard) {
        double faster = "fast".equals(speed) ? FAST : 1;
        return Duration.ofMillis(Math.round(standard.toMillis() * depth() * faster));
    }

    /** How much more, or less, an agent thinks than with the standard effort. */
    public double depth() {
        return reasoning == null ? 1 : REASONING.getOrDefault(reasoning, 1.0);
    }
}
