package dev.capy.core.kernel;

/**
 * Code that answers a timer or an event, in a transaction of its own.
 *
 * @param <T> the kind of timer or event
 */
@FunctionalInterface
public interface Handler<T> {

    /** Does it. What it throws undoes the transaction and reaches whoever moved the clock. */
    void handle(Tx tx, T what);
}
