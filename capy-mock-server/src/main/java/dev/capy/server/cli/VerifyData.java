package dev.capy.server.cli;

import dev.capy.core.kernel.Image;
import dev.capy.server.store.Database;
import dev.capy.server.store.WorldRow;
import java.util.List;
import java.util.Map;

/** Checks that the worlds that are kept are whole. */
final class VerifyData extends DataCommand {

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String description() {
        return "Checks that the worlds that are kept are whole.";
    }

    @Override
    void work(Database database) {
        List<WorldRow> worlds = database.worlds().all();
        if (worlds.isEmpty()) {
            throw new Refusal("There is no world in " + place());
        }
        worlds.forEach(world -> verify(database, world.id()));
    }

    private void verify(Database database, String id) {
        List<String> problems = database.worlds().problems(id);
        if (!problems.isEmpty()) {
            throw new Refusal("The world " + id + " is damaged: " + String.join(", ", problems) + ". Restore a backup");
        }
        Image image = world(database, id).contents().image();
        int records = image.rows().values().stream().mapToInt(Map::size).sum();
        print("The world " + id + " is whole: " + records + " records, "
                + image.timeline().size() + " timeline entries, at " + image.now());
    }
}
