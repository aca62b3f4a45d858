package dev.capy.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of record is kept in. A table is a name and a way to tell records apart, not a container: the records
 * themselves belong to a world. Declared once, as a constant, by the package whose records it holds.
 *
 * <p>Records keep the order in which they were first inserted, whatever happens to them later.
 *
 * <p>Thread-safe once its class is loaded.
 *
 * @param <R> the kind of record: immutable, made of values that have a canonical form (see {@link Kernel#digest()})
 */
public final class Table<R extends Record> {

    private static final AtomicInteger DECLARED = new AtomicInteger();

    private final int number = DECLARED.getAndIncrement();
    private final String name;
    private final Class<R> type;
    private final Function<? super R, String> id;
    private final List<Index<R, ?>> indexes = new ArrayList<>();

    private Table(String name, Class<R> type, Function<? super R, String> id) {
        this.name = name;
        this.type = type;
        this.id = id;
    }

    /**
     * A table.
     *
     * @param name what it is called in dumps and stores, in lower case with underscores
     * @param type the class of its records
     * @param id what tells them apart; never changes in the life of a record
     */
    public static <R extends Record> Table<R> of(String name, Class<R> type, Function<? super R, String> id) {
        return new Table<>(Objects.requireNonNull(name), Objects.requireNonNull(type), Objects.requireNonNull(id));
    }

    /**
     * Adds a secondary index: finds the records that share a key, in their order.
     *
     * @param key what a record is found by; null keeps the record out of the index
     */
    public <K> Index<R, K> index(Function<? super R, ? extends @Nullable K> key) {
        Index<R, K> index = new Index<>(this, indexes.size(), key);
        indexes.add(index);
        return index;
    }

    /** Its number among all tables of this JVM, from 0; another one in another JVM. */
    int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public Class<R> type() {
        return type;
    }

    /** The id of {@code row}. */
    public String id(R row) {
        return id.apply(row);
    }

    /** All indexes, in the order of their positions. */
    List<Index<R, ?>> indexes() {
        return indexes;
    }

    @Override
    public String toString() {
        return name;
    }
}
