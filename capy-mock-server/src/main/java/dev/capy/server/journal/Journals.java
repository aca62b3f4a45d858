package dev.capy.server.journal;

import dev.capy.server.http.Exchange;
import dev.capy.server.http.ExchangeObserver;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;
import dev.capy.server.worlds.Worlds;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The journal of each world. What reaches no world stands in the default world's. Thread-safe. */
public final class Journals implements ExchangeObserver, WorldFollower {

    private final Map<String, Journal> byWorld = new ConcurrentHashMap<>();
    private final LongAdder forgottenWithWorlds = new LongAdder();

    public Journals() {
        byWorld.put(Worlds.DEFAULT, new Journal());
    }

    /** The journal of the world with this id; one with nothing in it when there is no such world, or none any more. */
    public Journal of(String worldId) {
        Journal journal = byWorld.get(worldId);
        return journal == null ? new Journal() : journal;
    }

    @Override
    public void opens(HostedWorld hosted) {
        byWorld.putIfAbsent(hosted.id(), new Journal());
    }

    @Override
    public void closed(HostedWorld hosted) {
        Journal journal = byWorld.remove(hosted.id());
        if (journal != null) {
            forgottenWithWorlds.add(journal.forgotten());
        }
    }

    /** How many requests are kept in all of them. */
    public long size() {
        return byWorld.values().stream().mapToLong(Journal::size).sum();
    }

    /** How much memory the bodies take that are kept in all of them. */
    public long bytes() {
        return byWorld.values().stream().mapToLong(Journal::bytes).sum();
    }

    /** How many requests went from any of them because there were too many. */
    public long forgotten() {
        return forgottenWithWorlds.sum()
                + byWorld.values().stream().mapToLong(Journal::forgotten).sum();
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
