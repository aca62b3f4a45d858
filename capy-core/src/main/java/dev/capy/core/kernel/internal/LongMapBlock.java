package dev.capy.core.kernel.internal;

import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Two to 32 values whose keys differ in the lowest five bits alone. Their places say their keys: none has an entry. */
final class LongMapBlock<V> extends LongMapNode<V> {

    private final int digits;
    private final long above;
    private final Object[] values;

    private LongMapBlock(long above, int digits, Object[] values) {
        this.above = above;
        this.digits = digits;
        this.values = values;
    }

    static <V> LongMapBlock<V> of(LongMap.Entry<V> first, LongMap.Entry<V> second) {
        int both = 1 << digit(first.key(), 0) | 1 << digit(second.key(), 0);
        Object[] values = first.key() < second.key()
                ? new Object[] {first.value(), second.value()}
                : new Object[] {second.value(), first.value()};
        return new LongMapBlock<>(above(first.key(), 0), both, values);
    }

    @Nullable
    V get(long key) {
        int digit = digit(key, 0);
        return above(key, 0) == above && has(digit) ? value(position(digits, digit)) : null;
    }

    private boolean has(int digit) {
        return (digits & 1 << digit) != 0;
    }

    @SuppressWarnings("unchecked")
    private V value(int at) {
        return (V) values[at];
    }

    private long key(int digit) {
        return above << BITS | digit;
    }

    private LongMap.Entry<V> entry(int digit) {
        return LongMap.entry(key(digit), value(position(digits, digit)));
    }

    @Override
    long anyKey() {
        return key(Integer.numberOfTrailingZeros(digits));
    }

    @Override
    LongMapNode<V> with(LongMap.Entry<V> entry) {
        if (above(entry.key(), 0) != above) {
            return joined(this, entry);
        }
        int digit = digit(entry.key(), 0);
        int at = position(digits, digit);
        Object[] changed = has(digit) ? replaced(values, at, entry.value()) : inserted(values, at, entry.value());
        return new LongMapBlock<>(above, digits | 1 << digit, changed);
    }

    @Override
    LongMapNode<V> without(long key) {
        int digit = digit(key, 0);
        int others = digits & ~(1 << digit);
        return values.length == 2
                ? entry(Integer.numberOfTrailingZeros(others))
                : new LongMapBlock<>(above, others, removed(values, position(digits, digit)));
    }

    @Override
    LongMap.@Nullable Entry<V> ceiling(long from) {
        int order = Long.compare(above(from, 0), above);
        int ahead = order < 0 ? digits : from(digits, digit(from, 0));
        return order > 0 || ahead == 0 ? null : entry(Integer.numberOfTrailingZeros(ahead));
    }

    @Override
    LongMap.@Nullable Entry<V> floor(long from) {
        int order = Long.compare(above(from, 0), above);
        int ahead = order > 0 ? digits : upTo(digits, digit(from, 0));
        return order < 0 || ahead == 0 ? null : entry(MASK - Integer.numberOfLeadingZeros(ahead));
    }

    @Override
    void forEach(ObjLongConsumer<? super V> visitor) {
        int left = digits;
        for (int at = 0; at < values.length; at++) {
            visitor.accept(value(at), key(Integer.numberOfTrailingZeros(left)));
            left &= left - 1;
        }
    }
}
