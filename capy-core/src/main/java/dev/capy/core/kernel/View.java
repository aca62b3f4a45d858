package dev.capy.core.kernel;

import dev.capy.core.kernel.error.NotFound;
import java.time.Instant;
import java.util.Optional;

/**
 * A consistent look at a world. Outside a transaction it stays as it was when it was asked for, whatever happens
 * meanwhile; inside one ({@link Tx}) it shows the transaction's own changes too.
 */
public interface View {

    /** The world's time. */
    Instant now();

    /** The record with this id. */
    <R extends Record> Optional<R> find(Table<R> table, String id);

    /** All records. */
    <R extends Record> Rows<R> all(Table<R> table);

    /** The records that share {@code key}. */
    <R extends Record, K> Rows<R> where(Index<R, K> index, K key);

    /**
     * The position of a record in the order of insertion: from 1, unique in its table, kept for life.
     *
     * @throws NotFound when there is no such record
     */
    <R extends Record> long sequence(Table<R> table, String id);

    /**
     * The record with this id, which must exist.
     *
     * @throws NotFound when there is no such record
     */
    <R extends Record> R get(Table<R> table, String id);

    /** Whether there is a record with this id. */
    default <R extends Record> boolean has(Table<R> table, String id) {
        return find(table, id).isPresent();
    }
}
