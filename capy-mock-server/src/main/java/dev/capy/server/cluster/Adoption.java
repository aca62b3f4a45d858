package dev.capy.server.cluster;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.Store;
import dev.capy.server.store.Database;
import dev.capy.server.store.KeptWorld;
import dev.capy.server.worlds.FirstWorld;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldOptions;
import dev.capy.server.worlds.Worlds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How kept worlds come to be served here, one at a time. Thread-safe. */
final class Adoption {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    /** When a world that could not be served is tried again. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private final ReentrantLock busy = new ReentrantLock();
    private final Map<String, Long> failed = new ConcurrentHashMap<>();
    private final Database database;
    private final Keeper keeper;
    private final Worlds worlds;
    private final FirstWorld first;

    Adoption(Database database, Keeper keeper, Worlds worlds, FirstWorld first) {
        this.database = database;
        this.keeper = keeper;
        this.worlds = worlds;
        this.first = first;
    }

    /** Serves the default world, which begins now where nobody has one. */
    void begin() {
        if (!adopt(Worlds.DEFAULT)) {
            database.worlds()
                    .createFirst(
                            Worlds.DEFAULT,
                            first.seed(),
                            first.start(),
                            first.clock(),
                            first.fixture().settings(),
                            keeper.node())
                    .ifPresent(this::begin);
        }
    }

    private void begin(Store store) {
        HostedWorld hosted = HostedWorld.withPlainTokens(Worlds.DEFAULT, first.begin(store), first.options());
        keeper.serve(hosted);
        worlds.add(hosted);
    }

    /** Serves all that nobody does, but for what could not be served a short while ago. */
    void adoptAll() {
        long now = System.nanoTime();
        for (String id : database.nodes().orphans()) {
            Long failedAt = failed.get(id);
            if (failedAt == null || now - failedAt > AGAIN_AFTER.toNanos()) {
                tryToAdopt(id);
            }
        }
    }

    private void tryToAdopt(String id) {
        try {
            adopt(id);
            failed.remove(id);
        } catch (RuntimeException e) {
            failed.put(id, System.nanoTime());
            LOG.error("The world {} cannot be served here: {}", id, e.getMessage());
        }
    }

    /** As {@link #adopt}; where that is busy with another world, this one is not here yet. */
    boolean adoptSoon(String id) {
        if (!busy.tryLock()) {
            return worlds.has(id);
        }
        try {
            return adopt(id);
        } finally {
            busy.unlock();
        }
    }

    /**
     * Serves a world that nobody does.
     *
     * @return whether it is here now
     */
    boolean adopt(String id) {
        busy.lock();
        try {
            if (worlds.has(id)) {
                return true;
            }
            return worlds.hasRoom() && isTaken(id) && isServed(id);
        } finally {
            busy.unlock();
        }
    }

    /** One that cannot be served here is left to others. */
    private boolean isServed(String id) {
        try {
            Optional<KeptWorld> kept = database.worlds().find(id);
            if (kept.filter(this::canBeServed).isEmpty()) {
                LOG.warn("The world {} ended before it began, and is forgotten", id);
                database.worlds().forget(id, keeper.node());
                return false;
            }
            worlds.add(hosted(kept.get()));
            LOG.info("The world {} goes on here", id);
            return true;
        } catch (RuntimeException e) {
            keeper.node().ifPresent(node -> database.nodes().release(id, node));
            throw e;
        }
    }

    private boolean isTaken(String id) {
        return keeper.node()
                .map(node -> database.nodes().take(id, node))
                .orElseGet(() -> database.worlds().row(id).isPresent());
    }

    /** One that is not the default world needs tokens that somebody has been told. */
    private boolean canBeServed(KeptWorld kept) {
        return kept.id().equals(Worlds.DEFAULT) || kept.options() != null;
    }

    private HostedWorld hosted(KeptWorld kept) {
        return kept.id().equals(Worlds.DEFAULT) ? hostedFirst(kept) : hosted(kept, OptionsText.read(options(kept)));
    }

    private static String options(KeptWorld kept) {
        String options = kept.options();
        if (options == null) {
            throw new IllegalStateException("nobody said how to serve " + kept.id());
        }
        return options;
    }

    private HostedWorld hosted(KeptWorld kept, WorldOptions options) {
        CapyWorld world = kept.builder()
                .origin(() -> database.worlds().origin(kept.id()))
                .mostRecords(first.mostRecords())
                .build();
        return new HostedWorld(kept.id(), world, options, kept.tokens());
    }

    private HostedWorld hostedFirst(KeptWorld kept) {
        WorldOptions options = kept.options() == null ? first.options() : OptionsText.read(kept.options());
        CapyWorld world = kept.builder()
                .clock(first.clockAgain().orElse(kept.contents().clock()))
                .startingAt(first.start())
                .fixture(kept.settled(first.fixture()))
                .mostRecords(first.mostRecords())
                .build();
        HostedWorld hosted =
                HostedWorld.withPlainTokens(kept.id(), world, first.again().apply(options));
        keeper.serve(hosted);
        return hosted;
    }
}
