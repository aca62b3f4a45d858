package dev.capy.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.fault.FaultInjection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of the end of a stream that has begun. */
class StreamEndingTest {

    private static final byte[] TEXT = ": one\n\n".getBytes(StandardCharsets.UTF_8);
    private static final long PATIENCE_SECONDS = 20;

    private final Ended ended = new Ended();
    private final CompletableFuture<Feed> begun = new CompletableFuture<>();
    private final Answering answering = new Answering(new FaultInjection(), new UnderWay());

    @AfterEach
    void close() {
        answering.close();
    }

    @Test
    void saysThatItsReaderWasGoneBefore() throws Exception {
        try (LocalServer server = new LocalServer(new Streaming())) {
            LocalEndPoint reader = server.ask("/events");
            Feed feed = begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

            reader.close();
            feed.send(TEXT);

            assertThat(ended.next()).isEqualTo("/events 200 CLOSED");
        }
    }

    @Test
    void saysThatAllOfItWasSent() throws Exception {
        try (LocalServer server = new LocalServer(new Streaming())) {
            server.ask("/events");

            begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS).end(TEXT);

            assertThat(ended.next()).isEqualTo("/events 200 ANSWERED");
        }
    }

    /** Answers with a stream that the test feeds. */
    private final class Streaming extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            Incoming incoming = new Incoming(request, response);
            Exchange exchange = Exchange.of(incoming, RequestId.next());
            exchange.observe(List.of(ended));
            answering.plainly(incoming, exchange, Reply.streaming(begun::complete));
            Objects.requireNonNull(incoming.over()).whenComplete((done, failure) -> callback.succeeded());
            return true;
        }
    }
}
