package dev.capy.core.kernel.internal;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks a {@link LongMap} up or down from a key. Holds its place alone, and finds the next one from the root. */
final class LongMapCursor<V> implements Iterator<LongMap.Entry<V>> {

    private final @Nullable LongMapNode<V> root;
    private final boolean up;
    private LongMap.@Nullable Entry<V> next;

    LongMapCursor(@Nullable LongMapNode<V> root, long from, boolean up) {
        this.root = root;
        this.up = up;
        this.next = find(up ? Math.max(from, 0) : from);
    }

    /** The first entry from a key on; keys that are negative have gone over either end. */
    private LongMap.@Nullable Entry<V> find(long from) {
        if (root == null || from < 0) {
            return null;
        }
        return up ? root.ceiling(from) : root.floor(from);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public LongMap.Entry<V> next() {
        LongMap.Entry<V> here = next;
        if (here == null) {
            throw new NoSuchElementException();
        }
        next = find(up ? here.key() + 1 : here.key() - 1);
        return here;
    }
}
