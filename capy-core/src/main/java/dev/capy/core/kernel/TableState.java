package dev.capy.core.kernel;

import dev.capy.core.kernel.internal.HashedNumbers;
import dev.capy.core.kernel.internal.LongMap;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records of one table and its indexes, at one moment. Immutable.
 *
 * @param rows by sequence number
 * @param ids by a record's id, which sequence number it has
 * @param postings one map an index: who has a key
 * @param lastSequence the highest sequence number ever given
 */
record TableState<R extends Record>(
        Table<R> table, LongMap<R> rows, HashedNumbers ids, LongMap<Posting>[] postings, long lastSequence)
        implements HashedNumbers.Keys {

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <R extends Record> TableState<R> empty(Table<R> table) {
        LongMap[] postings = new LongMap[table.indexes().size()];
        Arrays.fill(postings, LongMap.empty());
        return new TableState<>(table, LongMap.empty(), HashedNumbers.EMPTY, postings, 0);
    }

    /** The sequence number of the row with this id; 0 when there is none. */
    long sequenceOf(String id) {
        return ids.find(id, this);
    }

    @Override
    public boolean belongs(Object id, long sequence) {
        return table.id(row(sequence)).equals(id);
    }

    /** The row with this sequence number, which must exist. */
    R row(long sequence) {
        return Objects.requireNonNull(rows.get(sequence));
    }

    LongMap<Boolean> sequences(int index, Object key) {
        return Posting.sequences(postings[index], key);
    }

    /** @throws IllegalStateException when the id of {@code row} is taken */
    TableState<R> insert(R row) {
        return place(lastSequence + 1, row);
    }

    /** Puts {@code row} at a sequence number of its own choice: how a stored table is read back. */
    TableState<R> place(long sequence, R row) {
        LongMap<Posting>[] changed = copied(postings);
        for (int i = 0; i < changed.length; i++) {
            Object key = table.indexes().get(i).key(row);
            if (key != null) {
                changed[i] = Posting.added(changed[i], key, sequence);
            }
        }
        return new TableState<>(
                table, rows.add(sequence, row), idsWith(row, sequence), changed, Math.max(lastSequence, sequence));
    }

    private HashedNumbers idsWith(R row, long sequence) {
        String id = table.id(row);
        HashedNumbers more = ids.with(id, sequence, this);
        if (more == ids) {
            throw new IllegalStateException(table.name() + " has a record with the id " + id);
        }
        return more;
    }

    TableState<R> withLastSequence(long sequence) {
        return new TableState<>(table, rows, ids, postings, Math.max(lastSequence, sequence));
    }

    TableState<R> update(long sequence, R before, R after) {
        LongMap<Posting>[] changed = postings;
        for (int i = 0; i < postings.length; i++) {
            Object old = table.indexes().get(i).key(before);
            Object now = table.indexes().get(i).key(after);
            if (!Objects.equals(old, now)) {
                changed = changed == postings ? copied(postings) : changed;
                changed[i] = moved(changed[i], old, now, sequence);
            }
        }
        return new TableState<>(table, rows.replace(sequence, after), ids, changed, lastSequence);
    }

    TableState<R> delete(long sequence, R row) {
        LongMap<Posting>[] changed = copied(postings);
        for (Index<R, ?> index : table.indexes()) {
            Object key = index.key(row);
            if (key != null) {
                changed[index.position()] = Posting.removed(changed[index.position()], key, sequence);
            }
        }
        return new TableState<>(
                table, rows.remove(sequence), ids.without(table.id(row), sequence), changed, lastSequence);
    }

    /** What {@code clone} would be, but for the first compiler, which makes no fast code of that. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static LongMap<Posting>[] copied(LongMap<Posting>[] postings) {
        LongMap[] copy = new LongMap[postings.length];
        System.arraycopy(postings, 0, copy, 0, copy.length);
        return copy;
    }

    private static LongMap<Posting> moved(
            LongMap<Posting> index, @Nullable Object old, @Nullable Object now, long sequence) {
        LongMap<Posting> without = old == null ? index : Posting.removed(index, old, sequence);
        return now == null ? without : Posting.added(without, now, sequence);
    }
}
