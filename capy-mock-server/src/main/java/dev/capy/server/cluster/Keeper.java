package dev.capy.server.cluster;

import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.error.Unavailable;
import dev.capy.server.store.Database;
import dev.capy.server.store.StoreException;
import dev.capy.server.store.WorldRow;
import dev.capy.server.worlds.DistantWorld;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldKeeper;
import dev.capy.server.worlds.WorldOptions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/**
 * Keeps worlds in a database. Thread-safe.
 *
 * @param database where
 * @param node the node that they belong to; empty where there is only one
 * @param ownership makes sure that they still do
 */
record Keeper(Database database, Optional<String> node, Runnable ownership) implements WorldKeeper {

    @Override
    public void check() {
        ownership.run();
    }

    @Override
    public Store store(String id, long seed, Instant start, ClockMode clock, WorldSettings settings) {
        return inTheDatabase(() -> database.worlds().create(id, seed, start, clock, settings, node));
    }

    @Override
    public void serve(HostedWorld hosted) {
        inTheDatabase(() -> {
            database.worlds()
                    .serve(
                            hosted.id(),
                            OptionsText.of(hosted.options()),
                            hosted.tokens(),
                            hosted.world().origin());
            return true;
        });
    }

    @Override
    public void clock(HostedWorld hosted, ClockMode mode, double speed) {
        WorldOptions options = hosted.options().speed(speed);
        inTheDatabase(() -> {
            database.worlds().clock(hosted.id(), mode, OptionsText.of(options));
            return true;
        });
    }

    @Override
    public void forget(String id) {
        inTheDatabase(() -> {
            database.worlds().forget(id, node);
            return true;
        });
    }

    @Override
    public List<DistantWorld> elsewhere() {
        if (node.isEmpty()) {
            return List.of();
        }
        return inTheDatabase(database.worlds()::all).stream()
                .filter(world -> world.options() != null && !node.get().equals(world.node()))
                .map(Keeper::distant)
                .toList();
    }

    /** @throws Unavailable when the database does not answer */
    static <T> T inTheDatabase(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException | StoreException e) {
            throw Database.unavailable(e);
        }
    }

    private static DistantWorld distant(WorldRow world) {
        WorldOptions options = OptionsText.read(Objects.requireNonNull(world.options()));
        return new DistantWorld(world.id(), world.seed(), options, world.clock(), world.now());
    }
}
