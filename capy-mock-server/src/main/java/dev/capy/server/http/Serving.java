package dev.capy.server.http;

import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Unavailable;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves requests, from whichever side they come in. Thread-safe. */
final class Serving implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final List<Gateway> gateways;
    private final ControlGateway control;
    private final Observers observers;
    private final Interference interference;
    private final Answering answering;

    /** @param gateways who answers; the first whose root a path begins with */
    Serving(
            List<Gateway> gateways,
            ControlGateway control,
            Observers observers,
            Interference interference,
            Answering answering) {
        this.gateways = List.copyOf(gateways);
        this.control = control;
        this.observers = observers;
        this.interference = interference;
        this.answering = answering;
    }

    /** Whether a request is for the control plane. */
    static boolean isForControl(String path) {
        return path.startsWith(ControlGateway.ROOT + "/");
    }

    /** Serves a request to the control plane. */
    void control(Incoming incoming) throws IOException {
        Exchange exchange = Exchange.of(incoming, RequestId.next());
        String below = exchange.path().substring(ControlGateway.ROOT.length());
        try {
            exchange.observe(observers.ofControl());
            Fate.Answered answered =
                    (Fate.Answered) fate(exchange, () -> control.handle(incoming, exchange, method(exchange), below));
            answering.plainly(incoming, exchange, answered.reply());
        } finally {
            leave(exchange);
        }
    }

    /** Serves any other request, as whoever interferes will have it. */
    void api(Incoming incoming) throws IOException {
        Exchange exchange = Exchange.of(incoming, RequestId.next());
        try {
            answering.meet(incoming, exchange, fate(exchange, () -> route(incoming, exchange)));
        } finally {
            leave(exchange);
        }
    }

    private static void leave(Exchange exchange) {
        exchange.left();
        if (!exchange.isHeld()) {
            exchange.end(Ending.ABANDONED);
        }
    }

    private static Fate fate(Exchange exchange, Supplier<Reply> usual) {
        Fate fate = met(exchange, usual);
        return fate instanceof Fate.Answered answered
                ? new Fate.Answered(answered.reply().plus(exchange.promised()))
                : fate;
    }

    private static Fate met(Exchange exchange, Supplier<Reply> usual) {
        Envelope envelope = Envelope.of(exchange);
        try {
            return new Fate.Answered(usual.get());
        } catch (Unavailable e) {
            return new Fate.Answered(envelope.unavailable(e));
        } catch (CapyException e) {
            return new Fate.Answered(envelope.refusal(e));
        } catch (HttpError e) {
            return new Fate.Answered(envelope.refusal(e));
        } catch (Interruption e) {
            return e.fate();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} {} failed", exchange.method(), exchange.path(), e);
            return new Fate.Answered(envelope.internalError());
        }
    }

    private Reply route(Incoming incoming, Exchange exchange) {
        String method = method(exchange);
        String path = exchange.path();
        for (Gateway gateway : gateways) {
            if (path.startsWith(gateway.root())
                    && path.startsWith("/", gateway.root().length())) {
                String below = path.substring(gateway.root().length());
                gateway.identify(incoming, exchange, method, below);
                begin(exchange);
                return gateway.handle(incoming, exchange, method, below);
            }
        }
        begin(exchange);
        throw HttpError.notFound(path);
    }

    private void begin(Exchange exchange) {
        exchange.observe(observers.ofApis());
        interference.at(Point.BEFORE_ROUTING, exchange);
    }

    private static String method(Exchange exchange) {
        return exchange.method().equals("HEAD") ? "GET" : exchange.method();
    }

    /** Ends what goes on. */
    @Override
    public void close() {
        answering.close();
    }
}
