package dev.capy.core.kernel;

import dev.capy.core.kernel.internal.LongMap;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Records of one table in the order of their insertion, as they stood when this was asked for. Immutable and
 * thread-safe; nothing is copied.
 *
 * @param <R> the kind of record
 */
public final class Rows<R extends Record> implements Iterable<R> {

    private final LongMap<?> sequences;
    private final LongMap<R> rows;

    /**
     * @param sequences one entry a row, by the row's sequence number
     * @param rows all rows of the table
     */
    Rows(LongMap<?> sequences, LongMap<R> rows) {
        this.sequences = sequences;
        this.rows = rows;
    }

    public int count() {
        return sequences.size();
    }

    public boolean isEmpty() {
        return sequences.isEmpty();
    }

    /** Oldest first. */
    @Override
    public Iterator<R> iterator() {
        return rows(sequences.ascending(0));
    }

    /** Oldest first. */
    public Stream<R> oldestFirst() {
        return stream(sequences.ascending(0));
    }

    /** Newest first. */
    public Stream<R> newestFirst() {
        return newestFirst(Long.MAX_VALUE);
    }

    /** Newest first, from the sequence number {@code from} down, that one included. */
    public Stream<R> newestFirst(long from) {
        return stream(sequences.descending(from));
    }

    /** The oldest one. */
    public Optional<R> oldest() {
        return first(sequences.ascending(0));
    }

    /** The newest one. */
    public Optional<R> newest() {
        return first(sequences.descending(Long.MAX_VALUE));
    }

    private Optional<R> first(Iterator<? extends LongMap.Entry<?>> found) {
        return found.hasNext() ? Optional.of(row(found.next())) : Optional.empty();
    }

    private R row(LongMap.Entry<?> found) {
        return Objects.requireNonNull(rows.get(found.key()));
    }

    private Stream<R> stream(Iterator<? extends LongMap.Entry<?>> found) {
        int kind = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows(found), kind), false);
    }

    private Iterator<R> rows(Iterator<? extends LongMap.Entry<?>> found) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public R next() {
                return row(found.next());
            }
        };
    }
}
