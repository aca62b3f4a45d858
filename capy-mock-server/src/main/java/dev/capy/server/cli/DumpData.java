package dev.capy.server.cli;

import dev.capy.server.store.Database;
import dev.capy.server.worlds.Worlds;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a world that is kept as one JSON document. */
@Command(
        name = "dump",
        description = "Prints a world that is kept as one JSON document.",
        mixinStandardHelpOptions = true)
final class DumpData extends DataCommand {

    @Option(names = "--key-file", paramLabel = "FILE", description = "File with the key that seals secrets.")
    private @Nullable Path keyFile;

    @Option(
            names = "--world",
            paramLabel = "ID",
            defaultValue = Worlds.DEFAULT,
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Which world.")
    private String world = "";

    @Override
    void work(Database database) {
        print(world(database, world).builder().build().dump(seal(keyFile)).json());
    }
}
