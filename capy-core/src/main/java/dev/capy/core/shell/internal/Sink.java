package dev.capy.core.shell.internal;

/** Where output goes. */
@FunctionalInterface
public interface Sink {

    /** Forgets everything. */
    Sink NOWHERE = (text, at) -> {};

    /** Takes {@code text} at a moment, in nanoseconds after the run's start. */
    void write(String text, long at);
}
