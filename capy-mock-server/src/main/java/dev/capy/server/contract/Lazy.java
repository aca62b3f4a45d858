package dev.capy.server.contract;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made at first use, once, by whichever thread comes first. Thread-safe if the value is. */
final class Lazy<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T seen = value;
        return seen == null ? make() : seen;
    }

    private synchronized T make() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
