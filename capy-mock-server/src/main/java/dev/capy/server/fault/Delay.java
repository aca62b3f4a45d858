package dev.capy.server.fault;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long something takes. Immutable and thread-safe. */
public sealed interface Delay {

    /** A delay, drawn from {@code random}. */
    Duration draw(SplittableRandom random);

    private static void requireNotNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a delay must not be negative, was " + duration);
        }
    }

    /** Always the same. */
    record Fixed(Duration duration) implements Delay {

        public Fixed {
            requireNotNegative(duration);
        }

        @Override
        public Duration draw(SplittableRandom random) {
            return duration;
        }

        @Override
        public String toString() {
            return duration.toString();
        }
    }

    /** Anything between two durations, each as likely. */
    record Uniform(Duration least, Duration most) implements Delay {

        public Uniform {
            requireNotNegative(least);
            requireNotNegative(most.minus(least));
        }

        @Override
        public Duration draw(SplittableRandom random) {
            return least.plusMillis(Math.round(most.minus(least).toMillis() * random.nextDouble()));
        }

        @Override
        public String toString() {
            return least + " to " + most;
        }
    }

    /**
     * Mostly about the median, now and then much more: as networks are.
     *
     * @param sigma how far it strays, for example 0.5; from 0 to 3
     */
    record LogNormal(Duration median, double sigma) implements Delay {

        public LogNormal {
            requireNotNegative(median);
            if (!(sigma >= 0 && sigma <= 3)) {
                throw new IllegalArgumentException("sigma must be from 0 to 3, was " + sigma);
            }
        }

        @Override
        public Duration draw(SplittableRandom random) {
            // Box and Muller: two even draws make a normal one
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            double normal = radius * Math.cos(2 * Math.PI * random.nextDouble());
            return Duration.ofMillis(Math.round(median.toMillis() * Math.exp(sigma * normal)));
        }

        @Override
        public String toString() {
            return "about " + median + " (sigma " + sigma + ")";
        }
    }
}
