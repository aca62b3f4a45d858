package dev.capy.server.telemetry;

import dev.capy.server.http.Exchange;
import dev.capy.server.http.ExchangeObserver;
import dev.capy.server.journal.Secrets;
import dev.capy.server.worlds.HostedWorld;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line for each request to the APIs when it is over. Shows no secrets, and so no query. Thread-safe. */
public final class AccessLog implements ExchangeObserver {

    /** What its logger is called. */
    public static final String NAME = "capy.access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final String NONE = "-";

    @Override
    public void arrived(Exchange exchange) {}

    @Override
    public void progressed(Exchange exchange) {}

    @Override
    public void ended(Exchange exchange) {
        if (LOG.isInfoEnabled()) {
            LOG.atInfo()
                    .addKeyValue("method", exchange.method())
                    .addKeyValue("path", Secrets.inPath(exchange.path()))
                    .addKeyValue("operation", exchange.operation() == null ? NONE : exchange.operation())
                    .addKeyValue("status", exchange.status())
                    .addKeyValue("ending", exchange.ending().name().toLowerCase(Locale.ROOT))
                    .addKeyValue("milliseconds", exchange.duration().toMillis())
                    .addKeyValue("requestId", exchange.requestId())
                    .addKeyValue("world", exchange.hosted().map(HostedWorld::id).orElse(NONE))
                    .log("request");
        }
    }
}
