package dev.capy.server.events;

import dev.capy.server.http.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A stream of server-sent events to one reader. Thread-safe. */
public final class SseFeed {

    private final Feed feed;
    private final AtomicLong told = new AtomicLong();
    private volatile long lastSent = System.nanoTime();

    public SseFeed(Feed feed) {
        this.feed = feed;
    }

    /** Tells of an event. */
    public void tell(String id, String event, String data) {
        tell(text(id, event, data));
    }

    /** Tells of an event whose text was made already. */
    void tell(byte[] event) {
        told.incrementAndGet();
        send(event);
    }

    /** How an event is told. */
    static byte[] text(String id, String event, String data) {
        return bytes("id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n");
    }

    /** Says something that readers skip. */
    public void comment(String text) {
        send(bytes(": " + text + "\n\n"));
    }

    /** Sends what is told in no usual form. */
    void send(String text) {
        send(bytes(text));
    }

    private void send(byte[] text) {
        lastSent = System.nanoTime();
        feed.send(text);
    }

    /** Says something that means nothing when nothing has been said for so long. */
    void keepAlive(Duration silence) {
        if (System.nanoTime() - lastSent >= silence.toNanos()) {
            comment("still here");
        }
    }

    /** Says why there will be nothing more. */
    public void end(String why) {
        feed.end(bytes(": " + why + "\n\n"));
    }

    /** Runs {@code work} once the stream is over. */
    public void whenOver(Runnable work) {
        feed.whenOver(work);
    }

    /** Whether all that was sent is on its way. */
    boolean isUpToDate() {
        return feed.isDrained();
    }

    /** How many events it was told of. */
    long told() {
        return told.get();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
