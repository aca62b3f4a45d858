package dev.capy.core.kernel;

/** The time for which a {@link Witness} is told what happens. Thread-safe. */
@FunctionalInterface
public interface Watch extends AutoCloseable {

    /** Ends it; nothing happens when it has ended. */
    @Override
    void close();
}
