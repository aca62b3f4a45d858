package dev.capy.core.kernel.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A persistent bag of numbers, each under a hash: a tree of 32-way branches by the bits of the hash, with the numbers of
 * neighbouring hashes side by side in its leaves. To look for one touches little memory, and it holds no object a number. A
 * change copies the way to it and shares the rest. Immutable and thread-safe.
 */
public final class HashedNumbers {

    /** Which number has which key: a hash does not say. */
    @FunctionalInterface
    public interface Keys {

        /** Whether {@code number}, which is in the bag, has this key. */
        boolean belongs(Object key, long number);
    }

    /** How many numbers neighbouring hashes may have before they are told apart. */
    private static final int MOST_TOGETHER = 64;

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int TOP_SHIFT = 20;
    private static final int HASH_BITS = TOP_SHIFT + BITS;
    private static final int NUMBER_BITS = Long.SIZE - HASH_BITS;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

    public static final HashedNumbers EMPTY = new HashedNumbers(null);

    /** A {@code long[]} of hashes, each with its number below it; or an {@code Object[]} of such, or null. */
    private final @Nullable Object root;

    private HashedNumbers(@Nullable Object root) {
        this.root = root;
    }

    /** The number that has {@code key}; 0 when none has. */
    public long find(Object key, Keys keys) {
        int hash = hash(key);
        Object node = root;
        for (int shift = TOP_SHIFT; node instanceof Object[] branch; shift -= BITS) {
            node = branch[digit(hash, shift)];
        }
        return node == null ? 0 : find((long[]) node, hash, key, keys);
    }

    private static long find(long[] leaf, int hash, Object key, Keys keys) {
        for (long entry : leaf) {
            if (hash(entry) == hash && keys.belongs(key, number(entry))) {
                return number(entry);
            }
        }
        return 0;
    }

    /**
     * This bag with a number that it does not have; itself when another number has its key.
     *
     * @param number from 1 to 2^39 - 1
     */
    public HashedNumbers with(Object key, long number, Keys keys) {
        if (number <= 0 || number > NUMBER_MASK) {
            throw new IllegalArgumentException("number " + number);
        }
        Object changed = root == null ? new long[] {entry(key, number)} : with(root, TOP_SHIFT, key, number, keys);
        return changed == root ? this : new HashedNumbers(changed);
    }

    private static Object with(Object node, int shift, Object key, long number, Keys keys) {
        if (node instanceof long[] leaf) {
            return find(leaf, hash(key), key, keys) == 0 ? with(leaf, shift, entry(key, number)) : leaf;
        }
        Object[] branch = (Object[]) node;
        int digit = digit(hash(key), shift);
        Object child = branch[digit];
        Object changed = child == null ? new long[] {entry(key, number)} : with(child, shift - BITS, key, number, keys);
        return changed == child ? branch : LongMapNode.replaced(branch, digit, changed);
    }

    private static Object with(long[] leaf, int shift, long entry) {
        if (leaf.length < MOST_TOGETHER || shift < 0) {
            return added(leaf, entry);
        }
        Object[] branch = split(leaf, shift);
        put(branch, shift, entry);
        return branch;
    }

    private static long[] added(long[] leaf, long entry) {
        long[] more = Arrays.copyOf(leaf, leaf.length + 1);
        more[leaf.length] = entry;
        return more;
    }

    private static Object[] split(long[] leaf, int shift) {
        Object[] branch = new Object[WIDTH];
        for (long entry : leaf) {
            put(branch, shift, entry);
        }
        return branch;
    }

    /** Puts an entry where there may be a leaf, that a split leaves room in. */
    private static void put(Object[] branch, int shift, long entry) {
        int digit = digit(hash(entry), shift);
        branch[digit] = branch[digit] == null ? new long[] {entry} : added((long[]) branch[digit], entry);
    }

    /** This bag without a number that it has. */
    public HashedNumbers without(Object key, long number) {
        return new HashedNumbers(without(root, TOP_SHIFT, entry(key, number)));
    }

    private static @Nullable Object without(@Nullable Object node, int shift, long entry) {
        if (node == null) {
            return null;
        }
        if (node instanceof long[] leaf) {
            return leaf.length == 1 ? null : removed(leaf, entry);
        }
        Object[] branch = (Object[]) node;
        int digit = digit(hash(entry), shift);
        return joined(LongMapNode.replaced(branch, digit, without(branch[digit], shift - BITS, entry)));
    }

    private static long[] removed(long[] leaf, long entry) {
        int last = leaf.length - 1;
        long[] fewer = Arrays.copyOf(leaf, last);
        for (int i = 0; i < last; i++) {
            if (leaf[i] == entry) {
                fewer[i] = leaf[last];
            }
        }
        return fewer;
    }

    /** A branch; the only leaf of one that has no other children; null in place of an empty one. */
    private static @Nullable Object joined(Object[] branch) {
        Object only = null;
        for (Object child : branch) {
            if (child instanceof Object[] || (child != null && only != null)) {
                return branch;
            }
            only = child == null ? only : child;
        }
        return only;
    }

    private static long entry(Object key, long number) {
        return (long) hash(key) << NUMBER_BITS | number;
    }

    private static long number(long entry) {
        return entry & NUMBER_MASK;
    }

    private static int hash(long entry) {
        return (int) (entry >>> NUMBER_BITS);
    }

    private static int hash(Object key) {
        return key.hashCode() * 0x9E3779B9 >>> Integer.SIZE - HASH_BITS;
    }

    private static int digit(int hash, int shift) {
        return hash >>> shift & WIDTH - 1;
    }
}
