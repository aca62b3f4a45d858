package dev.capy.server.cli;

import dev.capy.server.store.Database;
import dev.capy.server.worlds.Worlds;
import java.util.List;

/** Prints a world that is kept as one JSON document. */
final class DumpData extends DataCommand {

    private final KeyFile keyFile = new KeyFile();
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
                keyFile.setting("seals"),
                Setting.of("--world", Form.TEXT, "ID", "Which world.", id -> world = id)
                        .preset(Worlds.DEFAULT));
    }

    @Override
    void work(Database database) {
        print(world(database, world).builder().build().dump(keyFile.seal()).json());
    }
}
