package dev.capy.server.http;

import dev.capy.server.background.Worker;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The streams that go on. No thread waits for any of them; one writes them all. Thread-safe. */
final class Streams implements AutoCloseable {

    private static final byte[] CLOSED = ": the server is closed\n\n".getBytes(StandardCharsets.UTF_8);
    private static final long PATIENCE_MILLIS = 500;

    private final Set<AsyncFeed> feeds = ConcurrentHashMap.newKeySet();
    private final Worker writer = new Worker("capy-streams");
    private volatile boolean closed;

    /** A stream that {@code source} feeds, which still has to begin; there is none when the source throws something. */
    AsyncFeed open(Incoming incoming, Consumer<Feed> source) {
        AsyncFeed feed = incoming.feed(writer);
        feeds.add(feed);
        feed.whenOver(() -> feeds.remove(feed));
        try {
            source.accept(feed);
        } catch (RuntimeException e) {
            feed.abandon();
            throw e;
        }
        return feed;
    }

    /** Answers with a stream that was opened. */
    void begin(Incoming incoming, AsyncFeed feed) {
        incoming.head(200, "text/event-stream", Map.of("Cache-Control", "no-store"));
        incoming.goesOnUntil(feed.over());
        if (closed) {
            feed.end(CLOSED);
        }
        feed.begin();
    }

    /** Ends them all; completes when their connections know. */
    CompletableFuture<Void> end() {
        closed = true;
        CompletableFuture<?>[] ends = feeds.stream().map(AsyncFeed::over).toArray(CompletableFuture<?>[]::new);
        feeds.forEach(feed -> feed.end(CLOSED));
        // what the writer does last is to tell the connection of an end
        return CompletableFuture.allOf(ends).thenRunAsync(() -> {}, writer);
    }

    /** Ends them all, and waits a little until their readers know. */
    @Override
    public void close() {
        try {
            end().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // whoever does not read by now is not told
        }
        writer.close();
    }
}
