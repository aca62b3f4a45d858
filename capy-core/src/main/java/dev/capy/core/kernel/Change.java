package dev.capy.core.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What a transaction did to one record.
 *
 * @param table the name of its table
 * @param sequence its place in the order of insertion, from 1
 * @param before what it was; null when it is new
 * @param after what it is; null when it is gone
 */
public record Change(
        String table,
        long sequence,
        @Nullable Record before,
        @Nullable Record after) {}
