package dev.capy.server.cli;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.store.Database;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the world of a JSON document into a data directory. */
@Command(
        name = "restore",
        description = "Puts the world of a JSON document into a data directory.",
        mixinStandardHelpOptions = true)
final class RestoreData extends DataCommand {

    @Option(names = "--key-file", paramLabel = "FILE", description = "File with the key that opens secrets.")
    private @Nullable Path keyFile;

    @Parameters(paramLabel = "FILE", description = "The document.")
    @SuppressWarnings("NullAway.Init")
    private Path document;

    @Override
    void work(Database database) {
        WorldDump dump = WorldDump.parse(text(document));
        CapyWorld world = new DataDirectory(database).world(0, CapyClock.EPOCH, ClockMode.MANUAL, Fixture.demo());
        world.restore(dump, seal(keyFile));
        print("The world goes on from " + world.clock().now());
        dump.missing().forEach(missing -> print("without the secret " + missing));
    }
}
