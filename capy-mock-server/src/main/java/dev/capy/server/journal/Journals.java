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

    public Journals() {
        byWorld.put(Worlds.DEFAULT, new Journal());
    }

    /** The journal of the world with this id; one with nothing in it when there is no such world, or none any more. */
    public Journal of(String worldId) {
        return byWorld.getOrDefault(worldId, new Journal());
    }

    @Override
    public void opens(HostedWorld hosted) {
        byWorld.putIfAbsent(hosted.id(), new Journal());
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
