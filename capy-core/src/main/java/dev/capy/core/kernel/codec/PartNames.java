package dev.capy.core.kernel.codec;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What parts that were written are called, as long as anybody has them. A part is known by itself, not by what it equals. */
final class PartNames {

    /** A part that may go. */
    private static final class Known extends WeakReference<Object> {

        private final int hash;

        private Known(Object part, @Nullable ReferenceQueue<Object> gone) {
            super(part, gone);
            hash = System.identityHashCode(part);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Known that && get() != null && get() == that.get();
        }
    }

    private final Map<Known, String> names = new HashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    @Nullable
    String of(Object part) {
        return names.get(new Known(part, null));
    }

    void put(Object part, String name) {
        for (Reference<?> known = gone.poll(); known != null; known = gone.poll()) {
            names.remove(known);
        }
        names.put(new Known(part, gone), name);
    }
}
