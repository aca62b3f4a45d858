package dev.capy.core.kernel;

import dev.capy.core.kernel.internal.LongMap;
import org.jspecify.annotations.Nullable;

/** Where the row with an id is, found by the hash of the id; ids whose hashes collide are chained. Immutable. */
final class RowId extends LongMap.Entry<RowId> {

    private final int hash;
    private final String id;
    private final long sequence;
    private final @Nullable RowId next;

    private RowId(int hash, String id, long sequence, @Nullable RowId next) {
        this.hash = hash;
        this.id = id;
        this.sequence = sequence;
        this.next = next;
    }

    @Override
    public long key() {
        return Integer.toUnsignedLong(hash);
    }

    @Override
    public RowId value() {
        return this;
    }

    /** The sequence number of the row with an id; 0 when there is none. */
    static long sequenceOf(LongMap<RowId> ids, String id) {
        return sequenceOf(chain(ids, Hash.of(id)), id);
    }

    private static @Nullable RowId chain(LongMap<RowId> ids, int hash) {
        return ids.get(Integer.toUnsignedLong(hash));
    }

    private static long sequenceOf(@Nullable RowId chain, String id) {
        RowId found = chain;
        while (found != null && !found.id.equals(id)) {
            found = found.next;
        }
        return found == null ? 0 : found.sequence;
    }

    /** @throws IllegalStateException when the id is taken */
    static LongMap<RowId> added(LongMap<RowId> ids, Table<?> table, String id, long sequence) {
        int hash = Hash.of(id);
        RowId chain = chain(ids, hash);
        if (sequenceOf(chain, id) != 0) {
            throw new IllegalStateException(table.name() + " has a record with the id " + id);
        }
        RowId head = new RowId(hash, id, sequence, chain);
        return chain == null ? ids.add(head) : ids.replace(head);
    }

    static LongMap<RowId> removed(LongMap<RowId> ids, String id) {
        int hash = Hash.of(id);
        RowId left = without(chain(ids, hash), id);
        return left == null ? ids.remove(Integer.toUnsignedLong(hash)) : ids.replace(left);
    }

    private static @Nullable RowId without(@Nullable RowId head, String id) {
        if (head == null || head.id.equals(id)) {
            return head == null ? null : head.next;
        }
        return new RowId(head.hash, head.id, head.sequence, without(head.next, id));
    }
}
