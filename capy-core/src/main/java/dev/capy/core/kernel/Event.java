package dev.capy.core.kernel;

/**
 * Something that happened and is done. A lower package emits it in its transaction, never knowing who listens; whoever
 * stands above and subscribed gets it after the commit, at the same instant, in a transaction of its own.
 *
 * <p>Implemented by records alone, made of ids and values.
 */
public interface Event {}
