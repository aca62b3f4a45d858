package dev.capy.server.cli;

import dev.capy.core.fixture.Fixture;
import dev.capy.server.store.Database;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the world of a data directory as one JSON document. */
@Command(
        name = "dump",
        description = "Prints the world of a data directory as one JSON document.",
        mixinStandardHelpOptions = true)
final class DumpData extends DataCommand {

    @Option(names = "--key-file", paramLabel = "FILE", description = "File with the key that seals secrets.")
    private @Nullable Path keyFile;

    @Override
    void work(Database database) {
        print(DataDirectory.goingOn(world(database), Fixture.demo())
                .dump(seal(keyFile))
                .json());
    }
}
