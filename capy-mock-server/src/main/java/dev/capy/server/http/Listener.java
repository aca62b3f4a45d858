package dev.capy.server.http;

import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Unavailable;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests come in: one port, for the APIs and the control plane. Thread-safe. */
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final int MOST_THREADS = 32;
    private static final int FEWEST_THREADS = 4;
    private static final int THREAD_IDLE_MILLIS = 60_000;

    /** While there are several connections, one may bring a request that was sent before the end. */
    private static final Duration LULL = Duration.ofMillis(50);

    /** What is still under way after its time may take so long to notice. */
    private static final int CUT_MILLIS = 500;

    /** Callers can stand still for long, for example in a debugger, and then rely on a connection that they have. */
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final List<Gateway> gateways;
    private final ControlGateway control;
    private final Observers observers;
    private final Interference interference;
    private final UnderWay underWay = new UnderWay();
    private final Duration grace;
    private final Answering answering;
    private final @Nullable Whereabouts whereabouts;
    private final Javalin javalin;
    private final int port;

    /**
     * Starts to listen; {@code port} 0 picks a free one.
     *
     * @param gateways who answers; the first whose root a path begins with
     * @param observers told of every exchange
     * @param interference what may happen besides to those of the gateways
     * @param grace how long requests that are under way may take when it ends
     * @param whereabouts who serves the worlds that are not here; null when nobody else serves any
     * @throws UncheckedIOException when it cannot listen there
     */
    public Listener(
            String host,
            int port,
            List<Gateway> gateways,
            ControlGateway control,
            Observers observers,
            Interference interference,
            Duration grace,
            @Nullable Whereabouts whereabouts) {
        this.gateways = List.copyOf(gateways);
        this.control = control;
        this.observers = observers;
        this.interference = interference;
        this.grace = grace;
        this.answering = new Answering(interference, underWay);
        this.whereabouts = whereabouts;
        this.javalin = Javalin.create(this::configure);
        start(host, port);
        this.port = javalin.port();
    }

    private void start(String host, int port) {
        try {
            javalin.start(host, port);
            connectors().forEach(Listener::configure);
        } catch (JavalinException e) {
            javalin.stop();
            String place = host + ", port " + port;
            throw new UncheckedIOException("Cannot listen on " + place + ": " + reason(e), new IOException(e));
        }
    }

    private Stream<Connector> connectors() {
        return Stream.of(javalin.jettyServer().server().getConnectors());
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof UnresolvedAddressException
                ? "there is no such address"
                : String.valueOf(root.getMessage());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        // Jetty's own queue would ask the JVM's management beans for its shape: a tenth of the time that a start takes
        QueuedThreadPool threads =
                new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, THREAD_IDLE_MILLIS, new LinkedBlockingQueue<>());
        threads.setName("capy-http-" + STARTED.incrementAndGet());
        threads.setStopTimeout(CUT_MILLIS);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(Listener::configure);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new EnvelopeErrorHandler());
            server.setHandler(underWay);
        });
        if (whereabouts != null) {
            underWay.setHandler(new Forwarder(whereabouts, control.guard()));
        }
        config.routes.before(context -> {
            serve(context);
            context.skipRemainingHandlers();
        });
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.UNSAFE);
        // otherwise a connection's next token counts as the one before it when they differ by case alone
        http.setHeaderCacheCaseSensitive(true);
    }

    private static void configure(Connector connector) {
        if (connector instanceof AbstractConnector listening) {
            listening.setIdleTimeout(IDLE.toMillis());
            listening.setShutdownIdleTimeout(IDLE.toMillis());
        }
    }

    private void serve(Context context) throws IOException {
        String path = context.req().getRequestURI();
        Exchange exchange = Exchange.of(context, RequestId.next());
        if (path.startsWith(ControlGateway.ROOT + "/")) {
            converseWithControl(context, exchange, path.substring(ControlGateway.ROOT.length()));
        } else {
            converse(context, exchange);
        }
    }

    private void converseWithControl(Context context, Exchange exchange, String below) throws IOException {
        try {
            exchange.observe(observers.ofControl());
            Fate.Answered answered =
                    (Fate.Answered) fate(exchange, () -> control.handle(context, exchange, method(exchange), below));
            answering.plainly(context, exchange, answered.reply());
        } finally {
            leave(exchange);
        }
    }

    private void converse(Context context, Exchange exchange) throws IOException {
        try {
            answering.meet(context, exchange, fate(exchange, () -> route(context, exchange)));
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

    private Reply route(Context context, Exchange exchange) {
        String method = method(exchange);
        String path = exchange.path();
        for (Gateway gateway : gateways) {
            if (path.startsWith(gateway.root() + "/")) {
                String below = path.substring(gateway.root().length());
                gateway.identify(context, exchange, method, below);
                begin(exchange);
                return gateway.handle(context, exchange, method, below);
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

    private long connections() {
        return connectors()
                .mapToLong(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Takes no connection any more, answers what is under way, and ends with all its threads. */
    @Override
    public void close() {
        if (underWay.end()) {
            Duration lull = connections() > 1 ? LULL : Duration.ZERO;
            connectors().forEach(Connector::shutdown);
            underWay.await(grace, lull);
        }
        answering.close();
        javalin.stop();
    }
}
