package dev.capy.core.kernel;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of a table that share a key.
 *
 * @param <R> the kind of record
 * @param <K> the kind of key: immutable, with a meaning of equality
 */
public final class Index<R extends Record, K> {

    private final Table<R> table;
    private final int position;
    private final Function<? super R, ? extends @Nullable K> key;

    Index(Table<R> table, int position, Function<? super R, ? extends @Nullable K> key) {
        this.table = table;
        this.position = position;
        this.key = key;
    }

    Table<R> table() {
        return table;
    }

    int position() {
        return position;
    }

    @Nullable
    K key(R row) {
        return key.apply(row);
    }
}
