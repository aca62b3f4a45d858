package dev.capy.server.events;

import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.Witness;
import dev.capy.core.kernel.error.Invalid;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * What happened in one world since it is served, told to all who read it. The latest events are kept for readers who come
 * back. Thread-safe.
 */
final class EventLog implements Witness {

    /** How many events are kept. */
    static final int KEPT = 4_096;

    private static final String CLOSED = "the world is closed";

    private final Deque<Happening> kept = new ArrayDeque<>();
    private final List<EventReader> readers = new ArrayList<>();
    private long last;
    private boolean closed;

    @Override
    public synchronized void saw(Instant at, Event event) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        Happening happening = new Happening(++last, at, event);
        kept.addLast(happening);
        readers.forEach(reader -> reader.tell(happening));
    }

    /** @throws Invalid when no event up to now has this number */
    synchronized void requireKnown(long number) {
        if (number < 0 || number > last) {
            throw Invalid.at("$.Last-Event-ID", "must be from 0 to " + last + ", was " + number);
        }
    }

    /**
     * Tells {@code reader} all that happens from now on.
     *
     * @param after the number of the last event that it knows, to be told the later ones first; empty for none of them
     */
    synchronized void join(EventReader reader, OptionalLong after) {
        reader.welcome();
        after.ifPresent(known -> catchUp(reader, known));
        if (closed) {
            reader.end(CLOSED);
        } else {
            readers.add(reader);
        }
    }

    private void catchUp(EventReader reader, long known) {
        long first = kept.isEmpty() ? last + 1 : kept.getFirst().number();
        if (known + 1 < first) {
            reader.tellLost(known + 1, first - 1);
        }
        kept.stream().filter(happening -> happening.number() > known).forEach(reader::tell);
    }

    synchronized void leave(EventReader reader) {
        readers.remove(reader);
    }

    /** Tells all readers that there will be nothing more. */
    synchronized void close() {
        closed = true;
        readers.forEach(reader -> reader.end(CLOSED));
    }
}
