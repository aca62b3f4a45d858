package dev.capy.core.kernel;

import dev.capy.core.kernel.internal.LongMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows that share a key of an index, found by the hash of the key; keys whose hashes collide are chained. Most keys
 * have one row alone, which takes no map. Immutable.
 */
final class Posting extends LongMap.Entry<Posting> {

    private final int hash;
    private final Object shared;
    private final long only;
    private final @Nullable LongMap<Boolean> several;
    private final @Nullable Posting next;

    /**
     * @param only the sequence number of the one row; 0 when there are several
     * @param several the sequence numbers of all rows; null when there is one
     */
    private Posting(int hash, Object shared, long only, @Nullable LongMap<Boolean> several, @Nullable Posting next) {
        this.hash = hash;
        this.shared = shared;
        this.only = only;
        this.several = several;
        this.next = next;
    }

    private static Posting of(int hash, Object shared, LongMap<Boolean> sequences, @Nullable Posting next) {
        return sequences.size() == 1
                ? new Posting(hash, shared, sequences.firstKey(), null, next)
                : new Posting(hash, shared, 0, sequences, next);
    }

    @Override
    public long key() {
        return Integer.toUnsignedLong(hash);
    }

    @Override
    public Posting value() {
        return this;
    }

    private LongMap<Boolean> sequences() {
        return several == null ? LongMap.<Boolean>empty().add(only, true) : several;
    }

    private Posting followedBy(@Nullable Posting other) {
        return new Posting(hash, shared, only, several, other);
    }

    /** The sequence numbers of the rows that have a key. */
    static LongMap<Boolean> sequences(LongMap<Posting> index, Object key) {
        Posting found = index.get(Integer.toUnsignedLong(Hash.of(key)));
        while (found != null && !found.shared.equals(key)) {
            found = found.next;
        }
        return found == null ? LongMap.empty() : found.sequences();
    }

    static LongMap<Posting> added(LongMap<Posting> index, Object key, long sequence) {
        int hash = Hash.of(key);
        Posting chain = index.get(Integer.toUnsignedLong(hash));
        Posting head = with(chain, hash, key, sequence);
        return chain == null ? index.add(head) : index.replace(head);
    }

    private static Posting with(@Nullable Posting head, int hash, Object key, long sequence) {
        if (head == null) {
            return new Posting(hash, key, sequence, null, null);
        }
        return head.shared.equals(key)
                ? of(hash, key, head.sequences().add(sequence, true), head.next)
                : head.followedBy(with(head.next, hash, key, sequence));
    }

    static LongMap<Posting> removed(LongMap<Posting> index, Object key, long sequence) {
        long hash = Integer.toUnsignedLong(Hash.of(key));
        Posting left = without(index.get(hash), key, sequence);
        return left == null ? index.remove(hash) : index.replace(left);
    }

    private static @Nullable Posting without(@Nullable Posting head, Object key, long sequence) {
        if (head == null) {
            return null;
        }
        if (!head.shared.equals(key)) {
            return head.followedBy(without(head.next, key, sequence));
        }
        LongMap<Boolean> left = head.sequences().remove(sequence);
        return left.isEmpty() ? head.next : of(head.hash, key, left, head.next);
    }
}
