package dev.capy.server.cli;

import dev.capy.core.kernel.Image;
import dev.capy.server.store.Database;
import dev.capy.server.store.WorldRow;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Checks that the worlds that are kept are whole. */
@Command(
        name = "verify",
        description = "Checks that the worlds that are kept are whole.",
        mixinStandardHelpOptions = true)
final class VerifyData extends DataCommand {

    @Override
    void work(Database database) {
        List<WorldRow> worlds = database.worlds().all();
        if (worlds.isEmpty()) {
            throw refuse("There is no world in " + name());
        }
        worlds.forEach(world -> verify(database, world.id()));
    }

    private void verify(Database database, String id) {
        List<String> problems = database.worlds().problems(id);
        if (!problems.isEmpty()) {
            throw refuse("The world " + id + " is damaged: " + String.join(", ", problems) + ". Restore a backup");
        }
        Image image = world(database, id).contents().image();
        int records = image.rows().values().stream().mapToInt(Map::size).sum();
        print("The world " + id + " is whole: " + records + " records, "
                + image.timeline().size() + " timeline entries, at " + image.now());
    }
}
