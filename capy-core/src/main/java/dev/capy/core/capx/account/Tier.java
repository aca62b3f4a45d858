package dev.capy.core.capx.account;

import java.util.Objects;

/**
 * How much a key may ask at a time.
 *
 * @param name what the tier is called
 * @param perMinute how many calls in a minute of the world's time
 * @param perSecond how many calls in a second of the world's time
 * @param concurrent how many calls at once; streams do not count
 */
public record Tier(String name, int perMinute, int perSecond, int concurrent) {

    /** The smallest (source: seed 002). */
    public static final Tier STARTER = new Tier("starter", 60, 10, 5);

    /** The usual one (source: seed 002). */
    public static final Tier PRO = new Tier("pro", 300, 50, 20);

    public Tier {
        Objects.requireNonNull(name, "name");
        if (perMinute < 1 || perSecond < 1 || concurrent < 1) {
            throw new IllegalArgumentException("a tier must allow something, was " + name);
        }
    }
}
