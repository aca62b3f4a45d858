package dev.capy.core.kernel;

import java.util.UUID;

/**
 * Seeded randomness as a value: what comes next depends on the seed and on how often was drawn, so giving draws back is
 * keeping the old value. Ids and work draw from streams of their own.
 *
 * @param seed the world's seed
 * @param ids how many ids were drawn
 * @param work how many fractions were drawn
 */
record Draws(long seed, long ids, long work) {

    private static final long ID_STREAM = 0x1d_5eed;
    private static final long WORK_STREAM = 0x3012_5eed;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    Draws afterId() {
        return new Draws(seed, ids + 1, work);
    }

    Draws afterWork() {
        return new Draws(seed, ids, work + 1);
    }

    /** A version 4 UUID. */
    UUID id() {
        long high = (bits(ID_STREAM, 2 * ids) & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long low = (bits(ID_STREAM, 2 * ids + 1) & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** A fraction from 0 (included) to 1 (excluded). */
    double fraction() {
        return (bits(WORK_STREAM, work) >>> 11) * UNIT;
    }

    /** The bits at a place of a stream: the finalizer of SplitMix64, twice, so that neighbouring seeds share nothing. */
    private long bits(long stream, long place) {
        return mix(mix(seed + stream * GOLDEN_GAMMA) + (place + 1) * GOLDEN_GAMMA);
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
