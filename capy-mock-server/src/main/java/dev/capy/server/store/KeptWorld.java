package dev.capy.server.store;

import dev.capy.core.dump.DumpCodec;

/**
 * A world that a database keeps.
 *
 * @param store where
 * @param contents all of it
 */
public record KeptWorld(JdbiStore store, DumpCodec.Contents contents) {}
