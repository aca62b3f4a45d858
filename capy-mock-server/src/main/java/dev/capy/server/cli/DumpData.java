package dev.capy.server.cli;

import dev.capy.server.store.Database;
import dev.capy.server.worlds.Worlds;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a world that is kept as one JSON document. */
final class DumpData extends DataCommand {

    private @Nullable Path keyFile;
    private String world = Worlds.DEFAULT;

    @Override
    public String name() {
        return "dump";
    }

    @Override
    public String description() {
        return "Prints a world that is kept as one JSON document.";
    }

    @Override
    List<Setting<?>> furtherSettings() {
        return List.of(
                Setting.of(
                        "--key-file",
                        Form.FILE,
                        "FILE",
                        "File with the key that seals secrets.",
                        file -> keyFile = file),
                Setting.of("--world", Form.TEXT, "ID", "Which world.", id -> world = id)
                        .preset(Worlds.DEFAULT));
    }

    @Override
    void work(Database database) {
        print(world(database, world).builder().build().dump(seal(keyFile)).json());
    }
}
