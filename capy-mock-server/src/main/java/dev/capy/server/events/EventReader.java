package dev.capy.server.events;

import dev.capy.server.http.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who reads the events of one world. Thread-safe. */
final class EventReader {

    private final Feed feed;
    private final EventKinds kinds;
    private volatile long lastSent = System.nanoTime();

    EventReader(Feed feed, EventKinds kinds) {
        this.feed = feed;
        this.kinds = kinds;
    }

    /** Says at once that the stream has begun: a comment, which readers skip. */
    void welcome() {
        send(": events\n\n");
    }

    /** Tells what happened; returns whether it is of a kind that is read. */
    boolean tell(Happening happening) {
        if (!kinds.include(happening.event())) {
            return false;
        }
        send(happening.text());
        return true;
    }

    /** Tells that the events with these numbers are not known any more. */
    void tellLost(long from, long to) {
        send("event: EventsLost\ndata: {\"from\":" + from + ",\"to\":" + to + "}\n\n");
    }

    /** Says something that means nothing when nothing has been said for so long. */
    void keepAlive(Duration silence) {
        if (System.nanoTime() - lastSent >= silence.toNanos()) {
            send(": still here\n\n");
        }
    }

    void end(String why) {
        feed.end(bytes(": " + why + "\n\n"));
    }

    /** Whether all that was sent is on its way. */
    boolean isUpToDate() {
        return feed.isDrained();
    }

    private void send(String text) {
        send(bytes(text));
    }

    private void send(byte[] text) {
        lastSent = System.nanoTime();
        feed.send(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
