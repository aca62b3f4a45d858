package dev.capy.server.worlds;

import dev.capy.server.contract.Editions;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a world is served. Immutable and thread-safe.
 *
 * @param edition which generation of the API it speaks
 * @param strict whether an answer that breaks its own document becomes a 500
 * @param speed how many seconds pass in one real second where the world's clock follows real time
 * @param timeToLive how long it may lie idle, in real time, before it is closed; null for ever
 */
public record WorldOptions(
        String edition,
        boolean strict,
        double speed,
        @Nullable Duration timeToLive) {

    /** The first edition, 60 times as fast as real time, for ever. */
    public static final WorldOptions DEFAULT = new WorldOptions(Editions.NAMES.get(0), false, 60, null);

    /** The longest time to live. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    /** @throws IllegalArgumentException when there is no such edition, or anything is out of range */
    public WorldOptions {
        Objects.requireNonNull(edition, "edition");
        if (!Editions.NAMES.contains(edition)) {
            throw new IllegalArgumentException("edition must be one of " + Editions.NAMES + ", was " + edition);
        }
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be above 0, was " + speed);
        }
        if (timeToLive != null
                && (timeToLive.isNegative() || timeToLive.isZero() || timeToLive.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "timeToLive must be above 0, and at most a hundred years, was " + timeToLive);
        }
    }

    public WorldOptions edition(String other) {
        return new WorldOptions(other, strict, speed, timeToLive);
    }

    public WorldOptions strict(boolean other) {
        return new WorldOptions(edition, other, speed, timeToLive);
    }

    public WorldOptions speed(double other) {
        return new WorldOptions(edition, strict, other, timeToLive);
    }

    public WorldOptions timeToLive(@Nullable Duration other) {
        return new WorldOptions(edition, strict, speed, other);
    }
}
