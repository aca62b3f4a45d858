package dev.capy.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers, or does to the connection what is to happen instead. Thread-safe. */
final class Answering implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final byte[] NOTHING = {};
    private static final String JSON = "application/json";

    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .build();
    private final Set<CompletableFuture<?>> stalled = ConcurrentHashMap.newKeySet();
    private final Streams streams = new Streams();
    private final Interference interference;
    private final UnderWay underWay;

    /** @param underWay knows whether the server ends */
    Answering(Interference interference, UnderWay underWay) {
        this.interference = interference;
        this.underWay = underWay;
    }

    /** Lets an exchange of the API meet its fate. */
    void meet(Incoming incoming, Exchange exchange, Fate fate) throws IOException {
        if (fate instanceof Fate.Answered answered) {
            answer(incoming, exchange, answered.reply());
        } else {
            breakOff(incoming, exchange, fate);
        }
    }

    private void answer(Incoming incoming, Exchange exchange, Reply reply) throws IOException {
        byte[] body = bytes(reply);
        exchange.answer(reply.status(), reply.headers(), body);
        try {
            interference.at(Point.WHILE_SENDING, exchange);
            if (reply.stream() != null) {
                stream(incoming, exchange, reply, reply.stream());
            } else {
                transmit(incoming, exchange, reply, interference.sending(exchange, body));
            }
        } catch (Interruption e) {
            breakOff(incoming, exchange, e.fate());
        }
    }

    private void transmit(Incoming incoming, Exchange exchange, Reply reply, Transmission transmission)
            throws IOException {
        send(incoming, exchange, reply, transmission);
        if (transmission.then() == null) {
            exchange.end(Ending.ANSWERED);
        } else {
            breakOff(incoming, exchange, transmission.then());
        }
    }

    /** Sends an answer that nothing interferes with. */
    void plainly(Incoming incoming, Exchange exchange, Reply reply) throws IOException {
        byte[] body = bytes(reply);
        exchange.answer(reply.status(), reply.headers(), body);
        if (reply.stream() != null) {
            stream(incoming, exchange, reply, reply.stream());
        } else {
            send(incoming, exchange, reply, Transmission.whole(body));
            exchange.end(Ending.ANSWERED);
        }
    }

    private byte[] bytes(Reply reply) throws IOException {
        if (reply.stream() != null) {
            return NOTHING;
        }
        return reply.text() != null
                ? reply.text().content().getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(reply.body());
    }

    private void stream(Incoming incoming, Exchange exchange, Reply reply, Consumer<Feed> source) throws IOException {
        AsyncFeed feed;
        try {
            feed = streams.open(incoming, source);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.method(), exchange.path(), e);
            plainly(incoming, exchange, Envelope.of(exchange).internalError().plus(exchange.promised()));
            return;
        }
        exchange.hold();
        feed.over().thenAccept(exchange::end);
        incoming.head("X-Request-Id", exchange.requestId());
        reply.headers().forEach(incoming::head);
        streams.begin(incoming, feed);
    }

    private void send(Incoming incoming, Exchange exchange, Reply reply, Transmission transmission) throws IOException {
        incoming.head("X-Request-Id", exchange.requestId());
        incoming.head(reply.status(), reply.text() == null ? JSON : reply.text().contentType(), reply.headers());
        if (underWay.isEnding()) {
            incoming.head("Connection", "close");
        }
        boolean unread = incoming.body().isUnread();
        incoming.announce(transmission.announced());
        incoming.send(transmission.bytes(), transmission.then() == null);
        if (unread && transmission.then() == null) {
            // whoever is still sending would not see an answer that comes with the connection's end
            incoming.body().discard();
        }
    }

    private void breakOff(Incoming incoming, Exchange exchange, Fate fate) {
        ClientConnection connection = incoming.connection();
        if (fate instanceof Fate.Stalled stall) {
            stall(incoming, exchange, connection, stall.limit());
        } else if (fate instanceof Fate.Reset) {
            exchange.end(Ending.RESET);
            connection.reset();
        } else {
            exchange.end(Ending.CLOSED);
            connection.close();
        }
    }

    /** Holds no thread meanwhile. */
    private void stall(Incoming incoming, Exchange exchange, ClientConnection connection, Duration limit) {
        exchange.hold();
        CompletableFuture<Void> gone = new CompletableFuture<>();
        stalled.add(gone);
        connection.whenGone(limit, () -> gone.complete(null));
        incoming.goesOnUntil(gone.thenRun(() -> {
            stalled.remove(gone);
            try {
                exchange.end(Ending.STALLED);
            } finally {
                connection.close();
            }
        }));
    }

    /** Ends what goes on. */
    @Override
    public void close() {
        streams.close();
        stalled.forEach(gone -> gone.complete(null));
    }
}
