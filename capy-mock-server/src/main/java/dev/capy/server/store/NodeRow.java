package dev.capy.server.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A server that shares a database with others.
 *
 * @param id its id
 * @param address where others reach it, for example {@code http://127.0.0.1:8080}
 * @param startedAt when it joined, as the database's clock says
 * @param leaseUntil until when its worlds are its own unless it renews its lease, as the database's clock says
 * @param left how much of the lease is left; negative when it has lapsed
 */
public record NodeRow(String id, String address, Instant startedAt, Instant leaseUntil, Duration left) {

    /** Whether its worlds are still its own. */
    public boolean isAlive() {
        return !left.isNegative();
    }
}
