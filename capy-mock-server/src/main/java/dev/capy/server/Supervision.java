package dev.capy.server;

import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.fault.FaultInjection;
import dev.capy.server.http.ControlCall;
import dev.capy.server.http.ExchangeObserver;
import dev.capy.server.http.Observers;
import dev.capy.server.http.Point;
import dev.capy.server.http.Text;
import dev.capy.server.journal.Journals;
import dev.capy.server.metrics.Metrics;
import dev.capy.server.store.Database;
import dev.capy.server.telemetry.AccessLog;
import dev.capy.server.telemetry.RequestMeters;
import dev.capy.server.telemetry.RequestRows;
import dev.capy.server.telemetry.WebhookMeters;
import dev.capy.server.telemetry.WorldMeters;
import dev.capy.server.worlds.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How whoever runs a server watches it.
 *
 * @param metrics what it counts of itself; null for nothing
 * @param accessLog whether a line is written for each request
 * @param keptRequests whether each request is written to the database, where there is one
 */
record Supervision(@Nullable Metrics metrics, boolean accessLog, boolean keptRequests) {

    /** What Prometheus reads. */
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    static final Supervision NONE = new Supervision(null, false, false);

    Supervision metrics(@Nullable Metrics kept) {
        return new Supervision(kept, accessLog, keptRequests);
    }

    Supervision accessLog(boolean written) {
        return new Supervision(metrics, written, keptRequests);
    }

    Supervision keptRequests(boolean kept) {
        return new Supervision(metrics, accessLog, kept);
    }

    Observers observers(Journals journals, @Nullable Database database) {
        List<ExchangeObserver> ofApis = new ArrayList<>(List.of(journals));
        List<ExchangeObserver> ofControl = new ArrayList<>();
        if (metrics != null) {
            RequestMeters requests = new RequestMeters(metrics);
            ofApis.add(requests);
            ofControl.add(requests);
        }
        if (accessLog) {
            ofApis.add(new AccessLog());
        }
        if (keptRequests && database != null) {
            ofApis.add(new RequestRows(database.requests()));
        }
        return new Observers(ofApis, ofControl);
    }

    WebhookSender watched(WebhookSender sender) {
        return metrics == null ? sender : new WebhookMeters(sender, metrics);
    }

    void watch(Worlds worlds, Journals journals, FaultInjection faults) {
        if (metrics == null) {
            return;
        }
        worlds.follow(new WorldMeters(metrics));
        metrics.gauge("capy.journal.requests", "Requests that journals keep", journals::size);
        metrics.gauge("capy.journal.bytes", "What the bodies take that journals keep", journals::bytes);
        metrics.total(
                "capy.journal.forgotten", "Requests that journals forgot to make room for others", journals::forgotten);
        for (Point point : Point.values()) {
            String word = point.name().toLowerCase(Locale.ROOT);
            metrics.total("capy.faults", "Faults that happened", () -> faults.injected(point), "point", word);
        }
    }

    /** The metrics as a text. */
    Text text(ControlCall call) {
        if (metrics == null) {
            throw new NotFound("This server keeps no metrics: CapyServer.builder().metrics(true) has it do so");
        }
        return metrics.text()
                .map(text -> new Text(CONTENT_TYPE, text))
                .orElseThrow(
                        () -> new NotFound(
                                "The metrics cannot be written: io.micrometer:micrometer-registry-prometheus is not on the class path"));
    }

    void close() {
        if (metrics != null) {
            metrics.close();
        }
    }
}
