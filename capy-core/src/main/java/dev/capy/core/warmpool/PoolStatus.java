package dev.capy.core.warmpool;

/**
 * How many instances of a pool there are, test boots aside.
 *
 * @param ready can be claimed
 * @param provisioning are being made ready
 * @param failed failed and are still on record
 */
public record PoolStatus(int ready, int provisioning, int failed) {}
