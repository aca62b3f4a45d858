package dev.capy.server.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Is told how a store does. Calls come from any thread and never wait. Thread-safe. */
public interface StoreMetrics {

    /** Counts nothing. */
    StoreMetrics NONE = new StoreMetrics() {};

    /** A group of so many commits is durable; to write it took so long. */
    default void groupWritten(int commits, Duration took) {}

    /** A group of so many commits is lost. */
    default void groupLost(int commits) {}

    /** Somebody had to wait so long until there was room for one more commit. */
    default void waitedForRoom(Duration waited) {}

    /** How many commits wait to be written, for whoever looks. */
    default void waiting(LongSupplier commits) {}
}
