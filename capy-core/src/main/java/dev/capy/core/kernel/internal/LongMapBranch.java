package dev.capy.core.kernel.internal;

import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Two to 32 nodes, told apart by the five bits of their keys at {@code shift}. */
final class LongMapBranch<V> extends LongMapNode<V> {

    private final int shift;
    private final int digits;
    private final Object[] children;
    private final long above;

    private LongMapBranch(int shift, long above, int digits, Object[] children) {
        this.shift = shift;
        this.above = above;
        this.digits = digits;
        this.children = children;
    }

    static <V> LongMapBranch<V> of(int shift, LongMapNode<V> node, LongMap.Entry<V> entry) {
        int first = digit(node.anyKey(), shift);
        int second = digit(entry.key(), shift);
        Object[] children = first < second ? new Object[] {node, entry} : new Object[] {entry, node};
        return new LongMapBranch<>(shift, above(entry.key(), shift), 1 << first | 1 << second, children);
    }

    /** Where a key is if it is anywhere. */
    @Nullable
    LongMapNode<V> child(long key) {
        int digit = digit(key, shift);
        return has(digit) ? at(position(digits, digit)) : null;
    }

    @SuppressWarnings("unchecked")
    private LongMapNode<V> at(int position) {
        return (LongMapNode<V>) children[position];
    }

    private boolean has(int digit) {
        return (digits & 1 << digit) != 0;
    }

    @Override
    long anyKey() {
        return at(0).anyKey();
    }

    @Override
    LongMapNode<V> with(LongMap.Entry<V> entry) {
        if (above(entry.key(), shift) != above) {
            return joined(this, entry);
        }
        int digit = digit(entry.key(), shift);
        int at = position(digits, digit);
        return has(digit)
                ? with(digits, replaced(children, at, at(at).with(entry)))
                : with(digits | 1 << digit, inserted(children, at, entry));
    }

    @Override
    LongMapNode<V> without(long key) {
        int digit = digit(key, shift);
        int at = position(digits, digit);
        LongMapNode<V> left = at(at).without(key);
        if (left != null) {
            return with(digits, replaced(children, at, left));
        }
        return children.length == 2 ? at(1 - at) : with(digits & ~(1 << digit), removed(children, at));
    }

    private LongMapBranch<V> with(int others, Object[] changed) {
        return new LongMapBranch<>(shift, above, others, changed);
    }

    @Override
    LongMap.@Nullable Entry<V> ceiling(long from) {
        int order = Long.compare(above(from, shift), above);
        int at = order < 0 ? 0 : position(digits, digit(from, shift));
        LongMap.Entry<V> found = null;
        while (found == null && order <= 0 && at < children.length) {
            found = at(at++).ceiling(from);
        }
        return found;
    }

    @Override
    LongMap.@Nullable Entry<V> floor(long from) {
        int order = Long.compare(above(from, shift), above);
        int below = order > 0 ? digits : upTo(digits, digit(from, shift));
        int at = Integer.bitCount(below);
        LongMap.Entry<V> found = null;
        while (found == null && order >= 0 && at > 0) {
            found = at(--at).floor(from);
        }
        return found;
    }

    @Override
    void forEach(ObjLongConsumer<? super V> visitor) {
        for (int at = 0; at < children.length; at++) {
            at(at).forEach(visitor);
        }
    }
}
