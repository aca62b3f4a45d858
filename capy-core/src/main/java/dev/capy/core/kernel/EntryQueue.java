package dev.capy.core.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the next entry of a timeline fast. The timeline itself is part of the state; this is derived from it, owned by
 * the writer, and may hold entries that have left the timeline: they are dropped when they come up or become too many.
 */
final class EntryQueue {

    private static final int SLACK = 64;

    private final Dues foreground = new Dues();
    private final Dues background = new Dues();

    /** Takes an entry that was scheduled after all others. */
    void add(Entry entry) {
        (entry.foreground() ? foreground : background).add(entry.due(), entry.sequence());
    }

    /** Drops the entries that have left the timeline once they are most of what is held here. */
    void trim(State state) {
        if (size() > SLACK + 2 * state.timeline().size()) {
            refill(state);
        }
    }

    /** Holds the entries of a timeline and no others. */
    void refill(State state) {
        foreground.clear();
        background.clear();
        state.timeline().forEach((entry, sequence) -> add(entry));
    }

    int size() {
        return foreground.size() + background.size();
    }

    /** The entry to run next. */
    Optional<Entry> next(State state) {
        Entry waitedFor = peek(foreground, state);
        Entry other = peek(background, state);
        if (waitedFor == null || other == null) {
            return Optional.ofNullable(waitedFor == null ? other : waitedFor);
        }
        return Optional.of(waitedFor.compareTo(other) < 0 ? waitedFor : other);
    }

    /** The foreground entry to run next. */
    Optional<Entry> nextForeground(State state) {
        return Optional.ofNullable(peek(foreground, state));
    }

    private static @Nullable Entry peek(Dues dues, State state) {
        while (dues.size() > 0) {
            Entry first = state.timeline().get(dues.first());
            if (first != null) {
                return first;
            }
            dues.removeFirst();
        }
        return null;
    }
}
