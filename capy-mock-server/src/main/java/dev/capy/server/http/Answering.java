package dev.capy.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Sends answers, or does to the connection what is to happen instead. Thread-safe. */
final class Answering implements AutoCloseable {

    private static final byte[] NOTHING = {};

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
    void meet(Context context, Exchange exchange, Fate fate) throws IOException {
        if (fate instanceof Fate.Answered answered) {
            answer(context, exchange, answered.reply());
        } else {
            breakOff(context, exchange, fate);
        }
    }

    private void answer(Context context, Exchange exchange, Reply reply) throws IOException {
        byte[] body = bytes(reply);
        exchange.answer(reply.status(), reply.headers(), body);
        try {
            interference.at(Point.WHILE_SENDING, exchange);
            if (reply.stream() != null) {
                exchange.hold();
                stream(context, exchange.requestId(), reply, reply.stream(), () -> exchange.end(Ending.ANSWERED));
            } else {
                transmit(context, exchange, reply, interference.sending(exchange, body));
            }
        } catch (Interruption e) {
            breakOff(context, exchange, e.fate());
        }
    }

    private void transmit(Context context, Exchange exchange, Reply reply, Transmission transmission)
            throws IOException {
        send(context, exchange.requestId(), reply, transmission);
        if (transmission.then() == null) {
            exchange.end(Ending.ANSWERED);
        } else {
            breakOff(context, exchange, transmission.then());
        }
    }

    /** Sends an answer that nothing interferes with. */
    void plainly(Context context, Exchange exchange, Reply reply) throws IOException {
        byte[] body = bytes(reply);
        exchange.answer(reply.status(), reply.headers(), body);
        if (reply.stream() != null) {
            exchange.hold();
            stream(context, exchange.requestId(), reply, reply.stream(), () -> exchange.end(Ending.ANSWERED));
        } else {
            send(context, exchange.requestId(), reply, Transmission.whole(body));
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

    private void stream(Context context, String requestId, Reply reply, Consumer<Feed> source, Runnable whenOver) {
        UnderWay.leave(context);
        context.header("X-Request-Id", requestId);
        reply.headers().forEach(context::header);
        streams.begin(context, feed -> {
            feed.whenOver(whenOver);
            source.accept(feed);
        });
    }

    private void send(Context context, String requestId, Reply reply, Transmission transmission) throws IOException {
        context.header("X-Request-Id", requestId);
        reply.headers().forEach(context::header);
        context.status(reply.status())
                .contentType(
                        reply.text() == null ? "application/json" : reply.text().contentType());
        if (underWay.isEnding()) {
            context.header("Connection", "close");
        }
        boolean unread = RequestBody.isUnread(context);
        HttpServletResponse response = context.res();
        response.setContentLength(transmission.announced());
        response.getOutputStream().write(transmission.bytes());
        if (unread || transmission.then() != null) {
            // whoever is still sending would not see an answer that comes with the connection's end
            response.flushBuffer();
        }
        if (unread && transmission.then() == null) {
            RequestBody.discard(context);
        }
    }

    private void breakOff(Context context, Exchange exchange, Fate fate) {
        ClientConnection connection = ClientConnection.of(context);
        if (fate instanceof Fate.Stalled stall) {
            stall(context, exchange, connection, stall.limit());
        } else if (fate instanceof Fate.Reset) {
            exchange.end(Ending.RESET);
            connection.reset();
        } else {
            exchange.end(Ending.CLOSED);
            connection.close();
        }
    }

    /** Holds no thread meanwhile. */
    private void stall(Context context, Exchange exchange, ClientConnection connection, Duration limit) {
        exchange.hold();
        UnderWay.leave(context);
        CompletableFuture<Void> over = new CompletableFuture<>();
        stalled.add(over);
        connection.whenGone(limit, () -> over.complete(null));
        context.future(() -> over.thenRun(() -> {
            stalled.remove(over);
            exchange.end(Ending.STALLED);
            connection.close();
        }));
    }

    /** Ends what goes on. */
    @Override
    public void close() {
        streams.close();
        stalled.forEach(over -> over.complete(null));
    }
}
