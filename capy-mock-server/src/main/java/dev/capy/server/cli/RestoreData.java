package dev.capy.server.cli;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.codec.Seal;
import dev.capy.server.store.Database;
import dev.capy.server.store.JdbiStore;
import dev.capy.server.worlds.Worlds;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the world of a JSON document in place of what is kept. */
final class RestoreData extends DataCommand {

    private final KeyFile keyFile = new KeyFile();
    private @Nullable Path document;

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String description() {
        return "Puts the world of a JSON document in place of what is kept.";
    }

    @Override
    List<Setting<?>> furtherSettings() {
        return List.of(
                keyFile.setting("opens"), Setting.operand(Form.FILE, "FILE", "The document.", file -> document = file));
    }

    @Override
    void work(Database database) {
        Seal seal = keyFile.seal();
        WorldDump dump = WorldDump.parse(text(Objects.requireNonNull(document)));
        check(dump, seal);
        claim(database);
        CapyWorld world = database.worlds()
                .find(Worlds.DEFAULT)
                .map(kept -> kept.builder().build())
                .orElseGet(() -> begin(database));
        world.restore(dump, seal);
        print("The world goes on from " + world.clock().now());
        dump.missing().forEach(missing -> print("without the secret " + missing));
    }

    /** What cannot be restored is refused before anything is begun. */
    private static void check(WorldDump dump, Seal seal) {
        CapyWorld.builder().restore(dump, seal).build();
    }

    /** Whoever serves the world would go on with another. */
    private void claim(Database database) {
        if (!database.isShared() || database.worlds().row(Worlds.DEFAULT).isEmpty()) {
            return;
        }
        database.nodes().owner(Worlds.DEFAULT).ifPresent(node -> {
            throw new Refusal("The world is served at " + node.address()
                    + ": end that server, or put the document to its" + " /_capy/state");
        });
        database.nodes().take(Worlds.DEFAULT, "restore");
    }

    private static CapyWorld begin(Database database) {
        Fixture fixture = Fixture.demo();
        JdbiStore store = database.worlds()
                .create(Worlds.DEFAULT, 0, CapyClock.EPOCH, ClockMode.MANUAL, fixture.settings(), Optional.empty());
        return CapyWorld.builder().fixture(fixture).store(store).build();
    }
}
