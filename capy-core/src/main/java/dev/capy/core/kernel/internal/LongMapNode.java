package dev.capy.core.kernel.internal;

import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** A node of a {@link LongMap}. */
sealed interface LongMapNode<V> {

    int BITS = 5;
    int MASK = (1 << BITS) - 1;

    /** Any key below this node; all agree in the bits above the node's own. */
    long anyKey();

    LongMapNode<V> with(Leaf<V> leaf);

    /** This node without {@code key}, which it holds; null when nothing is left. */
    @Nullable
    LongMapNode<V> without(long key);

    void forEach(ObjLongConsumer<? super V> visitor);

    /** One entry. */
    record Leaf<V>(long key, V value) implements LongMapNode<V>, LongMap.Entry<V> {

        @Override
        public long anyKey() {
            return key;
        }

        @Override
        public LongMapNode<V> with(Leaf<V> leaf) {
            return leaf.key == key ? leaf : Branch.of(this, leaf);
        }

        @Override
        public @Nullable LongMapNode<V> without(long removed) {
            return null;
        }

        @Override
        public void forEach(ObjLongConsumer<? super V> visitor) {
            visitor.accept(value, key);
        }
    }

    /** Two to 32 children, told apart by the five bits of their keys at {@code shift}. */
    final class Branch<V> implements LongMapNode<V> {

        final int shift;
        final int bitmap;
        final LongMapNode<V>[] children;
        private final long above;

        private Branch(int shift, long above, int bitmap, LongMapNode<V>[] children) {
            this.shift = shift;
            this.above = above;
            this.bitmap = bitmap;
            this.children = children;
        }

        static <V> Branch<V> of(LongMapNode<V> a, Leaf<V> b) {
            int highest = 63 - Long.numberOfLeadingZeros(a.anyKey() ^ b.key());
            int shift = highest / BITS * BITS;
            int digitA = digit(a.anyKey(), shift);
            int digitB = digit(b.key(), shift);
            LongMapNode<V>[] children = array(2);
            children[digitA < digitB ? 0 : 1] = a;
            children[digitA < digitB ? 1 : 0] = b;
            return new Branch<>(shift, above(b.key(), shift), 1 << digitA | 1 << digitB, children);
        }

        static int digit(long key, int shift) {
            return (int) (key >>> shift) & MASK;
        }

        /** What is left of a key above a branch's own bits. */
        static long above(long key, int shift) {
            return shift + BITS >= Long.SIZE ? 0 : key >> (shift + BITS);
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <V> LongMapNode<V>[] array(int length) {
            return new LongMapNode[length];
        }

        boolean covers(long key) {
            return above(key, shift) == above;
        }

        /** Where the child for this digit is, or would be. */
        int position(int digit) {
            return Integer.bitCount(bitmap & ((1 << digit) - 1));
        }

        @Nullable
        LongMapNode<V> child(long key) {
            int digit = digit(key, shift);
            return covers(key) && (bitmap & 1 << digit) != 0 ? children[position(digit)] : null;
        }

        @Override
        public long anyKey() {
            return children[0].anyKey();
        }

        @Override
        public LongMapNode<V> with(Leaf<V> leaf) {
            if (!covers(leaf.key())) {
                return of(this, leaf);
            }
            int digit = digit(leaf.key(), shift);
            int at = position(digit);
            if ((bitmap & 1 << digit) != 0) {
                return replaced(at, children[at].with(leaf));
            }
            LongMapNode<V>[] more = array(children.length + 1);
            System.arraycopy(children, 0, more, 0, at);
            more[at] = leaf;
            System.arraycopy(children, at, more, at + 1, children.length - at);
            return new Branch<>(shift, above, bitmap | 1 << digit, more);
        }

        private Branch<V> replaced(int at, LongMapNode<V> child) {
            LongMapNode<V>[] changed = children.clone();
            changed[at] = child;
            return new Branch<>(shift, above, bitmap, changed);
        }

        @Override
        public LongMapNode<V> without(long key) {
            int digit = digit(key, shift);
            int at = position(digit);
            LongMapNode<V> left = children[at].without(key);
            if (left != null) {
                return replaced(at, left);
            }
            if (children.length == 2) {
                return children[1 - at];
            }
            LongMapNode<V>[] fewer = array(children.length - 1);
            System.arraycopy(children, 0, fewer, 0, at);
            System.arraycopy(children, at + 1, fewer, at, fewer.length - at);
            return new Branch<>(shift, above, bitmap & ~(1 << digit), fewer);
        }

        @Override
        public void forEach(ObjLongConsumer<? super V> visitor) {
            for (LongMapNode<V> child : children) {
                child.forEach(visitor);
            }
        }
    }
}
