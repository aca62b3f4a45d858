package dev.capy.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.capy.core.kernel.error.CapyException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests come in: one port, for the API and the control plane. Thread-safe. */
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int MOST_THREADS = 32;
    private static final int FEWEST_THREADS = 4;

    /** Callers can stand still for long, for example in a debugger, and then rely on a connection that they have. */
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .build();
    private final ApiGateway api;
    private final WebhookGateway webhooks;
    private final ControlGateway control;
    private final Javalin javalin;

    /**
     * Starts to listen; {@code port} 0 picks a free one.
     *
     * @throws UncheckedIOException when it cannot listen there
     */
    public Listener(String host, int port, ApiGateway api, WebhookGateway webhooks, ControlGateway control) {
        this.api = api;
        this.webhooks = webhooks;
        this.control = control;
        this.javalin = Javalin.create(this::configure);
        start(host, port);
    }

    private void start(String host, int port) {
        try {
            javalin.start(host, port);
            Stream.of(javalin.jettyServer().server().getConnectors()).forEach(Listener::configure);
        } catch (JavalinException e) {
            javalin.stop();
            String place = host + ", port " + port;
            throw new UncheckedIOException("Cannot listen on " + place + ": " + reason(e), new IOException(e));
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

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("capy-http");
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(Listener::configure);
        config.jetty.modifyServer(server -> server.setErrorHandler(new EnvelopeErrorHandler()));
        config.routes.before(context -> {
            send(context, reply(context));
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
        }
    }

    private Reply reply(Context context) {
        String method = context.req().getMethod();
        String path = context.req().getRequestURI();
        try {
            return route(context, method.equals("HEAD") ? "GET" : method, path);
        } catch (CapyException e) {
            return Envelope.of(e);
        } catch (HttpError e) {
            return Envelope.of(e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} {} failed", method, path, e);
            return Envelope.internalError();
        }
    }

    private Reply route(Context context, String method, String path) {
        if (path.startsWith(WebhookHandler.ROOT + "/")) {
            return webhooks.handle(context, method, path.substring(WebhookHandler.ROOT.length()));
        } else if (path.startsWith(ApiGateway.ROOT + "/")) {
            return api.handle(context, method, path.substring(ApiGateway.ROOT.length()));
        } else if (path.startsWith(ControlGateway.ROOT + "/")) {
            return control.handle(context, method, path.substring(ControlGateway.ROOT.length()));
        }
        throw HttpError.notFound(path);
    }

    private void send(Context context, Reply reply) throws IOException {
        context.header("X-Request-Id", requestId());
        reply.headers().forEach(context::header);
        byte[] body = json.writeValueAsBytes(reply.body());
        context.status(reply.status()).contentType("application/json");
        if (RequestBody.isUnread(context)) {
            sendEarly(context.res(), body);
            RequestBody.discard(context);
        } else {
            context.result(body);
        }
    }

    /** Whoever is still sending would not see an answer that comes with the connection's end. */
    private static void sendEarly(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static String requestId() {
        return "req_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Ends it and all its threads. */
    @Override
    public void close() {
        javalin.stop();
    }
}
