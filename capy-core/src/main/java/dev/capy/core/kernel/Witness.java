package dev.capy.core.kernel;

import java.time.Instant;

/** Sees from outside what happens in a world. */
@FunctionalInterface
public interface Witness {

    /**
     * An event has been committed. Called once for each, in their order, by the thread that did it and while it keeps
     * everybody else from changing the world: it must not wait for anything, and cannot change the world itself.
     *
     * @param at the world's time
     */
    void saw(Instant at, Event event);
}
