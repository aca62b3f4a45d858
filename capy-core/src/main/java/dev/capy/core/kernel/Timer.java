package dev.capy.core.kernel;

/**
 * What is to be done when a timeline entry falls due: data, not code, so that it survives a restart. Implemented by
 * records alone, made of ids and values; the code is registered once per kind (see {@link Registry#on}).
 */
public interface Timer {

    /** A name a person understands, for example {@code boot of vm 3f2a}. */
    String describe();
}
