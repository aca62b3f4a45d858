package dev.capy.server.telemetry;

import dev.capy.server.http.Exchange;
import dev.capy.server.http.ExchangeObserver;
import dev.capy.server.http.WebhookHandler;
import dev.capy.server.metrics.Metrics;
import dev.capy.server.metrics.Timing;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Measures requests. Makes no text of its own, since it does so for each of them. Thread-safe. */
public final class RequestMeters implements ExchangeObserver {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final String OTHER = "other";
    private static final String NONE = "none";
    private static final int HIGHEST_STATUS = 599;
    private static final String[] STATUSES =
            IntStream.rangeClosed(0, HIGHEST_STATUS).mapToObj(String::valueOf).toArray(String[]::new);

    private final Timing requests;
    private final LongAdder underWay = new LongAdder();

    public RequestMeters(Metrics metrics) {
        requests = metrics.timing(
                "http.server.requests",
                "How long requests took that were answered; those whose answer is a stream are not among them",
                "api",
                "edition",
                "method",
                "operation",
                "status");
        metrics.gauge("http.server.requests.active", "Requests that are under way, streams among them", underWay::sum);
    }

    @Override
    public void arrived(Exchange exchange) {
        underWay.increment();
    }

    @Override
    public void progressed(Exchange exchange) {}

    @Override
    public void ended(Exchange exchange) {
        underWay.decrement();
        if (!exchange.isHeld()) {
            String api = api(exchange.path());
            requests.took(
                    exchange.duration().toNanos(),
                    api,
                    edition(api, exchange),
                    METHODS.contains(exchange.method()) ? exchange.method() : OTHER,
                    Objects.requireNonNullElse(exchange.operation(), NONE),
                    status(exchange.status()));
        }
    }

    private static String api(String path) {
        if (path.startsWith(WebhookHandler.ROOT + "/")) {
            return "webhook";
        } else if (path.startsWith("/api/")) {
            return "capy";
        } else if (path.startsWith("/capx/")) {
            return "capx";
        }
        return path.startsWith("/_capy/") ? "control" : OTHER;
    }

    private static String edition(String api, Exchange exchange) {
        return api.equals("capy")
                ? exchange.hosted().map(hosted -> hosted.options().edition()).orElse(NONE)
                : NONE;
    }

    /** A connection that broke has none. */
    private static String status(int status) {
        return status > 0 && status <= HIGHEST_STATUS ? STATUSES[status] : NONE;
    }
}
