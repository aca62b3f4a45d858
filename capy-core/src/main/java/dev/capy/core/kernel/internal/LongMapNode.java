package dev.capy.core.kernel.internal;

import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** A node of a {@link LongMap}: one entry, or what several have in common. */
abstract sealed class LongMapNode<V> permits LongMap.Entry, LongMapBlock, LongMapBranch {

    static final int BITS = 5;
    static final int MASK = (1 << BITS) - 1;

    /** The lowest key below this node; all agree in the bits above the node's own. */
    abstract long anyKey();

    /** This node with an entry, in the place of the one with its key if there is one. */
    abstract LongMapNode<V> with(LongMap.Entry<V> entry);

    /** This node without {@code key}, which it holds; null when nothing is left. */
    @Nullable
    abstract LongMapNode<V> without(long key);

    /** The entry of the lowest key from {@code from} on; null when there is none. */
    abstract LongMap.@Nullable Entry<V> ceiling(long from);

    /** The entry of the highest key up to {@code from}; null when there is none. */
    abstract LongMap.@Nullable Entry<V> floor(long from);

    abstract void forEach(ObjLongConsumer<? super V> visitor);

    /** A node of all below {@code node} and an entry that does not belong below it. */
    static <V> LongMapNode<V> joined(LongMapNode<V> node, LongMap.Entry<V> entry) {
        int highest = 63 - Long.numberOfLeadingZeros(node.anyKey() ^ entry.key());
        int shift = highest / BITS * BITS;
        return shift == 0 && node instanceof LongMap.Entry<V> other
                ? LongMapBlock.of(other, entry)
                : LongMapBranch.of(shift, node, entry);
    }

    /** The five bits of a key at {@code shift}. */
    static int digit(long key, int shift) {
        return (int) (key >>> shift) & MASK;
    }

    /** What is left of a key above the five bits at {@code shift}. */
    static long above(long key, int shift) {
        return shift + BITS >= Long.SIZE ? 0 : key >> (shift + BITS);
    }

    /** How many digits of a set lie below {@code digit}: where it is in an array of them, or would be. */
    static int position(int digits, int digit) {
        return Integer.bitCount(digits & ((1 << digit) - 1));
    }

    /** The digits of a set from {@code digit} on. */
    static int from(int digits, int digit) {
        return digits & -1 << digit;
    }

    /** The digits of a set up to {@code digit}. */
    static int upTo(int digits, int digit) {
        return digits & -1 >>> MASK - digit;
    }

    static Object[] inserted(Object[] array, int at, Object element) {
        Object[] longer = new Object[array.length + 1];
        System.arraycopy(array, 0, longer, 0, at);
        System.arraycopy(array, at, longer, at + 1, array.length - at);
        longer[at] = element;
        return longer;
    }

    /** A copy but for one element: faster than a clone where the first compiler alone is at work. */
    static Object[] replaced(Object[] array, int at, @Nullable Object element) {
        Object[] changed = new Object[array.length];
        System.arraycopy(array, 0, changed, 0, array.length);
        changed[at] = element;
        return changed;
    }

    static Object[] removed(Object[] array, int at) {
        Object[] shorter = new Object[array.length - 1];
        System.arraycopy(array, 0, shorter, 0, at);
        System.arraycopy(array, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }
}
