package dev.capy.core.kernel;

import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the next entry of a timeline fast. The timeline itself is part of the state; this is derived from it, owned by
 * the writer, and may hold entries that have left the timeline: they are dropped when they come up or become too many.
 */
final class EntryQueue {

    private static final int SLACK = 64;

    private final Queue<Entry> foreground = new PriorityQueue<>();
    private final Queue<Entry> background = new PriorityQueue<>();

    void add(Entry entry) {
        (entry.foreground() ? foreground : background).add(entry);
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

    private static @Nullable Entry peek(Queue<Entry> queue, State state) {
        Entry head = queue.peek();
        while (head != null && state.timeline().get(head.sequence()) == null) {
            queue.remove();
            head = queue.peek();
        }
        return head;
    }
}
