package dev.capy.server.cluster;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.Store;
import dev.capy.server.store.Database;
import dev.capy.server.store.KeptWorld;
import dev.capy.server.worlds.FirstWorld;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldOptions;
import dev.capy.server.worlds.Worlds;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How kept worlds come to be served here, one at a time. Thread-safe. */
final class Adoption {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

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
    synchronized void begin() {
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

    /** Serves all that nobody does. */
    void adoptAll() {
        database.nodes().orphans().forEach(this::adopt);
    }

    /**
     * Serves a world that nobody does.
     *
     * @return whether it is here now
     */
    synchronized boolean adopt(String id) {
        if (worlds.has(id)) {
            return true;
        } else if (!isTaken(id)) {
            return false;
        }
        Optional<KeptWorld> kept = database.worlds().find(id);
        if (kept.filter(this::canBeServed).isEmpty()) {
            LOG.warn("The world {} ended before it began, and is forgotten", id);
            database.worlds().forget(id);
            return false;
        }
        worlds.add(hosted(kept.get()));
        LOG.info("The world {} goes on here", id);
        return true;
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
