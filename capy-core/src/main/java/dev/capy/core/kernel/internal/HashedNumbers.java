package dev.capy.core.kernel.internal;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A persistent bag of numbers, each under a hash: a tree of 32-way branches by the bits of the hash, with the numbers of
 * neighbouring hashes side by side in its leaves. To look for one touches little memory, and it holds no object a number. A
 * change copies the way to it and shares the rest. Immutable and thread-safe.
 */
public final class HashedNumbers {

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

    /** The first number under the hash of {@code key} that is meant; 0 when none is. */
    public long find(Object key, LongPredicate meant) {
        int hash = hash(key);
        Object node = root;
        for (int shift = TOP_SHIFT; node instanceof Object[] branch; shift -= BITS) {
            node = branch[digit(hash, shift)];
        }
        return node == null ? 0 : find((long[]) node, hash, meant);
    }

    private static long find(long[] leaf, int hash, LongPredicate meant) {
        for (long entry : leaf) {
            long number = entry & NUMBER_MASK;
            if (entry >>> NUMBER_BITS == hash && meant.test(number)) {
                return number;
            }
        }
        return 0;
    }

    /**
     * This bag with a number that it does not have.
     *
     * @param number from 1 to 2^39 - 1
     */
    public HashedNumbers with(Object key, long number) {
        if (number <= 0 || number > NUMBER_MASK) {
            throw new IllegalArgumentException("number " + number);
        }
        return new HashedNumbers(with(root, TOP_SHIFT, entry(key, number)));
    }

    private static Object with(@Nullable Object node, int shift, long entry) {
        if (node == null) {
            return new long[] {entry};
        }
        if (node instanceof long[] leaf) {
            return leaf.length < MOST_TOGETHER || shift < 0
                    ? added(leaf, entry)
                    : with(split(leaf, shift), shift, entry);
        }
        Object[] changed = ((Object[]) node).clone();
        int digit = digit(hash(entry), shift);
        changed[digit] = with(changed[digit], shift - BITS, entry);
        return changed;
    }

    private static long[] added(long[] leaf, long entry) {
        long[] more = Arrays.copyOf(leaf, leaf.length + 1);
        more[leaf.length] = entry;
        return more;
    }

    private static Object[] split(long[] leaf, int shift) {
        Object[] branch = new Object[WIDTH];
        for (long entry : leaf) {
            int digit = digit(hash(entry), shift);
            branch[digit] = with(branch[digit], -1, entry);
        }
        return branch;
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
        Object[] changed = ((Object[]) node).clone();
        int digit = digit(hash(entry), shift);
        changed[digit] = without(changed[digit], shift - BITS, entry);
        return joined(changed);
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
