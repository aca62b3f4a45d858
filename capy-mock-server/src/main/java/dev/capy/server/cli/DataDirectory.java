package dev.capy.server.cli;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.store.Database;
import dev.capy.server.store.JdbiStore;
import dev.capy.server.store.KeptWorld;
import dev.capy.server.worlds.Worlds;
import java.time.Instant;
import java.util.Optional;

/** The world of a data directory: what it kept, or else a new one of a fixture. */
final class DataDirectory {

    private final Database database;

    DataDirectory(Database database) {
        this.database = database;
    }

    /**
     * The default world.
     *
     * @param fixture what a new one begins with, and any is reset to
     */
    CapyWorld world(long seed, Instant start, ClockMode clock, Fixture fixture) {
        return database.worlds()
                .find(Worlds.DEFAULT)
                .map(kept -> goingOn(kept, fixture, clock))
                .orElseGet(() -> beginning(seed, start, clock, fixture));
    }

    /** A world that goes on from where it stood. */
    static CapyWorld goingOn(KeptWorld kept, Fixture fixture) {
        return goingOn(kept, fixture, kept.contents().clock());
    }

    private static CapyWorld goingOn(KeptWorld kept, Fixture fixture, ClockMode clock) {
        return CapyWorld.builder()
                .seed(kept.contents().image().seed())
                .clock(clock)
                .fixture(fixture.settings(usual -> kept.contents().settings()))
                .store(kept.store())
                .build();
    }

    private CapyWorld beginning(long seed, Instant start, ClockMode clock, Fixture fixture) {
        JdbiStore store =
                database.worlds().create(Worlds.DEFAULT, seed, start, clock, fixture.settings(), Optional.empty());
        return CapyWorld.builder()
                .seed(seed)
                .clock(clock)
                .startingAt(start)
                .fixture(fixture)
                .store(store)
                .build();
    }
}
