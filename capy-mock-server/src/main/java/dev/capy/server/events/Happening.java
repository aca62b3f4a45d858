package dev.capy.server.events;

import dev.capy.core.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of one world, and its place among all that happened there. Not thread-safe. */
final class Happening {

    private final long number;
    private final Instant at;
    private final Event event;
    private byte @Nullable [] text;

    /**
     * @param number from 1
     * @param at the world's time
     */
    Happening(long number, Instant at, Event event) {
        this.number = number;
        this.at = at;
        this.event = event;
    }

    long number() {
        return number;
    }

    Event event() {
        return event;
    }

    /** As a server-sent event; made once, however many read it. */
    byte[] text() {
        byte[] made = text;
        if (made == null) {
            String kind = EventKinds.name(event.getClass());
            made = SseFeed.text(
                    String.valueOf(number), kind, EventJson.of(at, event).toString());
            text = made;
        }
        return made;
    }
}
