package dev.capy.core.kernel.internal;

import dev.capy.core.kernel.internal.LongMapNode.Branch;
import dev.capy.core.kernel.internal.LongMapNode.Leaf;
import java.util.Iterator;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map from non-negative longs, ordered by key: a radix tree of 32-way branches with compressed paths. A
 * change copies the few nodes on the way to it and shares the rest, so a reader keeps the map it has while a writer makes
 * the next. Immutable and thread-safe; get, put and remove cost O(log32 n).
 *
 * @param <V> what a key stands for; never null
 */
public final class LongMap<V> {

    /** One entry. */
    public interface Entry<V> {

        long key();

        V value();
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

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public @Nullable V get(long key) {
        LongMapNode<V> node = root;
        while (node instanceof Branch<V> branch) {
            node = branch.child(key);
        }
        return node instanceof Leaf<V> leaf && leaf.key() == key ? leaf.value() : null;
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

    public LongMap<V> put(long key, V value) {
        return get(key) == null ? add(key, value) : replace(key, value);
    }

    /** This map with a key that it does not have; to look for it again would take half of the time. */
    public LongMap<V> add(long key, V value) {
        if (key < 0) {
            throw new IllegalArgumentException("negative key " + key);
        }
        Leaf<V> leaf = new Leaf<>(key, value);
        return new LongMap<>(root == null ? leaf : root.with(leaf), size + 1);
    }

    /** This map with another value for a key that it has. */
    public LongMap<V> replace(long key, V value) {
        Leaf<V> leaf = new Leaf<>(key, value);
        return new LongMap<>(root == null ? leaf : root.with(leaf), size);
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
