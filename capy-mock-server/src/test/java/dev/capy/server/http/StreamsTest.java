package dev.capy.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How streams end when a server does. */
class StreamsTest {

    private static final long PATIENCE_SECONDS = 20;

    private final Streams streams = new Streams();

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void haveNotEndedBeforeTheirConnectionsKnow() throws Exception {
        CompletableFuture<CompletableFuture<Void>> end = new CompletableFuture<>();
        CompletableFuture<Boolean> early = new CompletableFuture<>();
        Streaming handler = new Streaming(feed -> feed.send(bytes(": one\n\n")), () -> early.complete(isOver(end)));
        try (LocalServer server = new LocalServer(handler)) {
            LocalEndPoint reader = server.ask("/");
            handler.answering.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

            CompletableFuture<Void> ending = streams.end();
            end.complete(ending);

            ending.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(early.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isFalse();
            assertThat(LocalServer.answer(reader))
                    .contains(": the server is closed\n\n")
                    .endsWith("\r\n0\r\n\r\n");
        }
    }

    private static boolean isOver(CompletableFuture<CompletableFuture<Void>> end) {
        return end.join().isDone();
    }

    @Test
    void doNotWaitForOneThatNeverBegan() throws Exception {
        Streaming handler = new Streaming(
                feed -> {
                    throw new IllegalStateException("there is nothing to tell");
                },
                () -> {});
        try (LocalServer server = new LocalServer(handler)) {
            assertThat(LocalServer.answer(server.ask("/"))).startsWith("HTTP/1.1 500 ");

            assertThat(streams.end()).succeedsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Answers with a stream, and tells of its end just before its connection is told. */
    private final class Streaming extends Handler.Abstract {

        private final Consumer<Feed> source;
        private final Runnable beforeItsEnd;
        private final CompletableFuture<Void> answering = new CompletableFuture<>();

        private Streaming(Consumer<Feed> source, Runnable beforeItsEnd) {
            this.source = source;
            this.beforeItsEnd = beforeItsEnd;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Incoming incoming = new Incoming(request, response);
            streams.begin(incoming, streams.open(incoming, source));
            Objects.requireNonNull(incoming.over())
                    .thenRun(beforeItsEnd)
                    .whenComplete((done, failure) -> callback.succeeded());
            answering.complete(null);
            return true;
        }
    }
}
