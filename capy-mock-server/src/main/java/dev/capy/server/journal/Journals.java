package dev.capy.server.journal;

import dev.capy.server.http.Exchange;
import dev.capy.server.http.ExchangeObserver;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;
import dev.capy.server.worlds.Worlds;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The journal of each world. What reaches no world stands in the default world's. Thread-safe. */
public final class Journals implements ExchangeObserver, WorldFollower {

    private final Map<String, Journal> byWorld = new ConcurrentHashMap<>();

    /** The journal of the world with this id. */
    public Journal of(String worldId) {
        return byWorld.computeIfAbsent(worldId, id -> new Journal());
    }

    @Override
    public void closed(HostedWorld hosted) {
        byWorld.remove(hosted.id());
    }

    private static String world(Exchange exchange) {
        return exchange.hosted().map(HostedWorld::id).orElse(Worlds.DEFAULT);
    }

    @Override
    public void arrived(Exchange exchange) {
        of(world(exchange)).add(exchange);
    }

    @Override
    public void progressed(Exchange exchange) {
        update(exchange);
    }

    @Override
    public void ended(Exchange exchange) {
        update(exchange);
    }

    /** A world may have gone meanwhile. */
    private void update(Exchange exchange) {
        Journal journal = byWorld.get(world(exchange));
        if (journal != null) {
            journal.update(exchange);
        }
    }
}
