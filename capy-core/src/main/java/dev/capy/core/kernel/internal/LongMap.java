package dev.capy.core.kernel.internal;

import java.util.Iterator;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map from non-negative longs, ordered by key: a radix tree of 32-way branches with compressed paths. A
 * change copies the few nodes on the way to it and shares the rest, so a reader keeps the map it has while a writer makes
 * the next. Immutable and thread-safe; get, add, replace and remove cost O(log32 n).
 *
 * @param <V> what a key stands for; never null
 */
public final class LongMap<V> {

    /** One entry. A value that knows its key may be its own entry: the map then keeps nothing besides. */
    public abstract static non-sealed class Entry<V> extends LongMapNode<V> {

        public abstract long key();

        public abstract V value();

        @Override
        final long anyKey() {
            return key();
        }

        @Override
        final LongMapNode<V> with(Entry<V> entry) {
            return entry.key() == key() ? entry : LongMapNode.joined(this, entry);
        }

        @Override
        final @Nullable LongMapNode<V> without(long removed) {
            return null;
        }

        @Override
        final @Nullable Entry<V> ceiling(long from) {
            return key() >= from ? this : null;
        }

        @Override
        final @Nullable Entry<V> floor(long from) {
            return key() <= from ? this : null;
        }

        @Override
        final void forEach(ObjLongConsumer<? super V> visitor) {
            visitor.accept(value(), key());
        }
    }

    /** The entry of a value that does not know its key. */
    private static final class Leaf<V> extends Entry<V> {

        private final long key;
        private final V value;

        Leaf(long key, V value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public long key() {
            return key;
        }

        @Override
        public V value() {
            return value;
        }
    }

    private static final LongMap<?> EMPTY = new LongMap<>(null, 0);

    private final @Nullable LongMapNode<V> root;
    private final int size;

    private LongMap(@Nullable LongMapNode<V> root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked")
    public static <V> LongMap<V> empty() {
        return (LongMap<V>) EMPTY;
    }

    @SuppressWarnings("unchecked")
    static <V> Entry<V> entry(long key, V value) {
        return value instanceof Entry<?> own ? (Entry<V>) own : new Leaf<>(key, value);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public @Nullable V get(long key) {
        LongMapNode<V> node = root;
        while (node instanceof LongMapBranch<V> branch) {
            node = branch.child(key);
        }
        if (node instanceof LongMapBlock<V> block) {
            return block.get(key);
        }
        return node instanceof Entry<V> entry && entry.key() == key ? entry.value() : null;
    }

    /**
     * The lowest key.
     *
     * @throws IllegalStateException when the map is empty
     */
    public long firstKey() {
        if (root == null) {
            throw new IllegalStateException("empty");
        }
        return root.anyKey();
    }

    /** This map with a key that it does not have; to look for it again would take half of the time. */
    public LongMap<V> add(long key, V value) {
        return add(entry(key, value));
    }

    /** This map with an entry whose key it does not have. */
    public LongMap<V> add(Entry<V> entry) {
        if (entry.key() < 0) {
            throw new IllegalArgumentException("negative key " + entry.key());
        }
        return new LongMap<>(root == null ? entry : root.with(entry), size + 1);
    }

    /** This map with another value for a key that it has. */
    public LongMap<V> replace(long key, V value) {
        return replace(entry(key, value));
    }

    /** This map with another entry for a key that it has. */
    public LongMap<V> replace(Entry<V> entry) {
        return new LongMap<>(root == null ? entry : root.with(entry), size);
    }

    public LongMap<V> remove(long key) {
        if (root == null || get(key) == null) {
            return this;
        }
        return size == 1 ? empty() : new LongMap<>(root.without(key), size - 1);
    }

    /** The entries of the keys from {@code from} on, lowest key first. */
    public Iterator<Entry<V>> ascending(long from) {
        return new LongMapCursor<>(root, from, true);
    }

    /** The entries of the keys from {@code from} down, highest key first. */
    public Iterator<Entry<V>> descending(long from) {
        return new LongMapCursor<>(root, from, false);
    }

    /** Visits every entry, lowest key first. */
    public void forEach(ObjLongConsumer<? super V> visitor) {
        if (root != null) {
            root.forEach(visitor);
        }
    }
}
