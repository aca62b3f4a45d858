package dev.capy.core.kernel.internal;

import dev.capy.core.kernel.internal.LongMapNode.Branch;
import dev.capy.core.kernel.internal.LongMapNode.Leaf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks a {@link LongMap} up or down from a key. */
final class LongMapCursor<V> implements Iterator<LongMap.Entry<V>> {

    private final boolean up;
    private final long from;
    private final Deque<LongMapNode<V>> ahead = new ArrayDeque<>();
    private @Nullable Leaf<V> next;

    LongMapCursor(@Nullable LongMapNode<V> root, long from, boolean up) {
        this.up = up;
        this.from = from;
        if (root != null) {
            ahead.push(root);
        }
        step();
    }

    private void step() {
        next = null;
        while (next == null && !ahead.isEmpty()) {
            LongMapNode<V> node = ahead.pop();
            if (node instanceof Branch<V> branch) {
                open(branch);
            } else if (isWithin((Leaf<V>) node)) {
                next = (Leaf<V>) node;
            }
        }
    }

    /** Puts the children ahead, the next one on top; skips those that lie wholly before the start. */
    private void open(Branch<V> branch) {
        int count = branch.children.length;
        for (int i = 0; i < count; i++) {
            LongMapNode<V> child = branch.children[up ? count - 1 - i : i];
            if (mayHold(child)) {
                ahead.push(child);
            }
        }
    }

    private boolean mayHold(LongMapNode<V> node) {
        if (node instanceof Leaf<V> leaf) {
            return isWithin(leaf);
        }
        Branch<V> branch = (Branch<V>) node;
        long low = Branch.above(branch.anyKey(), branch.shift);
        long wanted = Branch.above(from, branch.shift);
        return up ? low >= wanted : low <= wanted;
    }

    private boolean isWithin(Leaf<V> leaf) {
        return up ? leaf.key() >= from : leaf.key() <= from;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public LongMap.Entry<V> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Leaf<V> here = next;
        step();
        return here;
    }
}
