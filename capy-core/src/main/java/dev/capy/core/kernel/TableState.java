package dev.capy.core.kernel;

import dev.capy.core.kernel.internal.LongMap;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records of one table and its indexes, at one moment. Immutable.
 *
 * @param rows by sequence number
 * @param ids by the hash of a record's id, which sequence number it has
 * @param postings one map an index: by the hash of the key, who has it
 * @param lastSequence the highest sequence number ever given
 */
record TableState<R extends Record>(
        Table<R> table, LongMap<R> rows, LongMap<Id> ids, LongMap<Posting>[] postings, long lastSequence) {

    /** Where the row with an id is; ids whose hashes collide are chained. */
    record Id(String id, long sequence, @Nullable Id next) {}

    /** The rows that share a key; keys whose hashes collide are chained. */
    record Posting(
            Object key,
            LongMap<Boolean> sequences,
            @Nullable Posting next) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <R extends Record> TableState<R> empty(Table<R> table) {
        LongMap[] postings = new LongMap[table.indexes().size()];
        Arrays.fill(postings, LongMap.empty());
        return new TableState<>(table, LongMap.empty(), LongMap.empty(), postings, 0);
    }

    /** The sequence number of the row with this id; 0 when there is none. */
    long sequenceOf(String id) {
        Id found = ids.get(hash(id));
        while (found != null && !found.id().equals(id)) {
            found = found.next();
        }
        return found == null ? 0 : found.sequence();
    }

    @Nullable
    R find(String id) {
        long sequence = sequenceOf(id);
        return sequence == 0 ? null : rows.get(sequence);
    }

    /** The row with this sequence number, which must exist. */
    R row(long sequence) {
        return Objects.requireNonNull(rows.get(sequence));
    }

    LongMap<Boolean> sequences(int index, Object key) {
        Posting found = postings[index].get(hash(key));
        while (found != null && !found.key().equals(key)) {
            found = found.next();
        }
        return found == null ? LongMap.empty() : found.sequences();
    }

    TableState<R> insert(R row) {
        return place(lastSequence + 1, row);
    }

    /** Puts {@code row} at a sequence number of its own choice: how a stored table is read back. */
    TableState<R> place(long sequence, R row) {
        LongMap<Posting>[] changed = postings.clone();
        for (Index<R, ?> index : table.indexes()) {
            Object key = index.key(row);
            if (key != null) {
                changed[index.position()] = added(changed[index.position()], key, sequence);
            }
        }
        String id = table.id(row);
        return new TableState<>(
                table, rows.add(sequence, row), idsWith(id, sequence), changed, Math.max(lastSequence, sequence));
    }

    private LongMap<Id> idsWith(String id, long sequence) {
        long hash = hash(id);
        Id chained = ids.get(hash);
        Id head = new Id(id, sequence, chained);
        return chained == null ? ids.add(hash, head) : ids.replace(hash, head);
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
                changed = changed == postings ? postings.clone() : changed;
                changed[i] = moved(changed[i], old, now, sequence);
            }
        }
        return new TableState<>(table, rows.replace(sequence, after), ids, changed, lastSequence);
    }

    TableState<R> delete(long sequence, R row) {
        LongMap<Posting>[] changed = postings.clone();
        for (Index<R, ?> index : table.indexes()) {
            Object key = index.key(row);
            if (key != null) {
                changed[index.position()] = removed(changed[index.position()], key, sequence);
            }
        }
        return new TableState<>(table, rows.remove(sequence), idsWithout(table.id(row)), changed, lastSequence);
    }

    private LongMap<Id> idsWithout(String id) {
        Id left = without(ids.get(hash(id)), id);
        return left == null ? ids.remove(hash(id)) : ids.put(hash(id), left);
    }

    private static @Nullable Id without(@Nullable Id head, String id) {
        if (head == null || head.id().equals(id)) {
            return head == null ? null : head.next();
        }
        return new Id(head.id(), head.sequence(), without(head.next(), id));
    }

    private static LongMap<Posting> moved(
            LongMap<Posting> map, @Nullable Object old, @Nullable Object now, long sequence) {
        LongMap<Posting> without = old == null ? map : removed(map, old, sequence);
        return now == null ? without : added(without, now, sequence);
    }

    private static LongMap<Posting> added(LongMap<Posting> map, Object key, long sequence) {
        long hash = hash(key);
        Posting before = map.get(hash);
        Posting after = with(before, key, sequence);
        return before == null ? map.add(hash, after) : map.replace(hash, after);
    }

    private static Posting with(@Nullable Posting head, Object key, long sequence) {
        if (head == null) {
            return new Posting(key, LongMap.<Boolean>empty().add(sequence, true), null);
        }
        return head.key().equals(key)
                ? new Posting(key, head.sequences().add(sequence, true), head.next())
                : new Posting(head.key(), head.sequences(), with(head.next(), key, sequence));
    }

    private static LongMap<Posting> removed(LongMap<Posting> map, Object key, long sequence) {
        Posting left = without(map.get(hash(key)), key, sequence);
        return left == null ? map.remove(hash(key)) : map.put(hash(key), left);
    }

    private static @Nullable Posting without(@Nullable Posting head, Object key, long sequence) {
        if (head == null) {
            return null;
        }
        if (!head.key().equals(key)) {
            return new Posting(head.key(), head.sequences(), without(head.next(), key, sequence));
        }
        LongMap<Boolean> left = head.sequences().remove(sequence);
        return left.isEmpty() ? head.next() : new Posting(key, left, head.next());
    }

    private static long hash(Object key) {
        int spread = key.hashCode() * 0x9E3779B9;
        return (spread ^ spread >>> 15) & 0xffffffffL;
    }
}
