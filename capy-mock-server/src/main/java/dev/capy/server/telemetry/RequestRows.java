package dev.capy.server.telemetry;

import dev.capy.server.http.Exchange;
import dev.capy.server.http.ExchangeObserver;
import dev.capy.server.journal.RecordedRequest;
import dev.capy.server.store.KeptRequest;
import dev.capy.server.store.KeptRequests;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.Worlds;
import java.util.Locale;

/**
 * Has each request to the APIs written to the database when it is over, as the journal shows it. Thread-safe.
 *
 * @param kept where
 */
public record RequestRows(KeptRequests kept) implements ExchangeObserver {

    @Override
    public void arrived(Exchange exchange) {}

    @Override
    public void progressed(Exchange exchange) {}

    @Override
    public void ended(Exchange exchange) {
        RecordedRequest request = RecordedRequest.of(exchange);
        kept.add(new KeptRequest(
                exchange.hosted().map(HostedWorld::id).orElse(Worlds.DEFAULT),
                request.requestId(),
                request.arrivedAt(),
                request.method(),
                request.path(),
                request.operation().orElse(null),
                request.userId().orElse(null),
                request.status().isPresent() ? request.status().getAsInt() : null,
                request.ending().name().toLowerCase(Locale.ROOT),
                request.duration(),
                request.body(),
                request.answerBody()));
    }
}
