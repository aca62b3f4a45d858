package dev.capy.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where requests come in: one port, for the APIs and the control plane. Thread-safe. */
public final class Listener implements AutoCloseable {

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

    private final UnderWay underWay = new UnderWay();
    private final Duration grace;
    private final Serving serving;
    private final Server server;
    private final ServerConnector connector;

    /**
     * Starts to listen.
     *
     * @param observers told of every exchange
     * @param interference what may happen besides to those of the APIs
     * @param grace how long requests that are under way may take when it ends
     * @throws UncheckedIOException when it cannot listen there
     */
    public Listener(Port port, Answerers answerers, Observers observers, Interference interference, Duration grace) {
        this.grace = grace;
        serving = new Serving(
                answerers.gateways(),
                answerers.control(),
                observers,
                interference,
                new Answering(interference, underWay));
        server = new Server(threads());
        server.setErrorHandler(new EnvelopeErrorHandler());
        underWay.setHandler(entrance(answerers));
        server.setHandler(underWay);
        connector = connector(port);
        server.addConnector(connector);
        start(port);
    }

    private Handler entrance(Answerers answerers) {
        Entrance here = new Entrance(serving, new ControlPlane(serving));
        Whereabouts elsewhere = answerers.elsewhere();
        return elsewhere == null
                ? here
                : new Forwarder(elsewhere, answerers.control().guard(), here);
    }

    private static QueuedThreadPool threads() {
        // Jetty's own queue would ask the JVM's management beans for its shape: a tenth of the time that a start takes
        QueuedThreadPool threads =
                new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, THREAD_IDLE_MILLIS, new LinkedBlockingQueue<>());
        threads.setName("capy-http-" + STARTED.incrementAndGet());
        threads.setStopTimeout(CUT_MILLIS);
        return threads;
    }

    private ServerConnector connector(Port port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.UNSAFE);
        // otherwise a connection's next token counts as the one before it when they differ by case alone
        http.setHeaderCacheCaseSensitive(true);
        ServerConnector listening = new ServerConnector(server, new HttpConnectionFactory(http));
        listening.setHost(port.host());
        listening.setPort(port.number());
        listening.setIdleTimeout(IDLE.toMillis());
        listening.setShutdownIdleTimeout(IDLE.toMillis());
        return listening;
    }

    private void start(Port port) {
        try {
            server.start();
        } catch (Exception e) {
            stop();
            throw new UncheckedIOException("Cannot listen on " + port + ": " + reason(e), new IOException(e));
        }
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

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no connection any more, answers what is under way, and ends with all its threads. */
    @Override
    public void close() {
        if (underWay.end()) {
            Duration lull = connector.getConnectedEndPoints().size() > 1 ? LULL : Duration.ZERO;
            connector.shutdown();
            underWay.await(grace, lull);
        }
        serving.close();
        stop();
    }

    private void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop to listen", e);
        }
    }
}
