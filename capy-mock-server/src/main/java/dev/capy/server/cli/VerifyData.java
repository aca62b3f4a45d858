package dev.capy.server.cli;

import dev.capy.core.kernel.Image;
import dev.capy.server.store.Database;
import java.util.Map;
import picocli.CommandLine.Command;

/** Checks that the world of a data directory is whole. */
@Command(
        name = "verify",
        description = "Checks that the world of a data directory is whole.",
        mixinStandardHelpOptions = true)
final class VerifyData extends DataCommand {

    @Override
    void work(Database database) {
        Image image = world(database).contents().image();
        int records = image.rows().values().stream().mapToInt(Map::size).sum();
        print("The world is whole: " + records + " records, " + image.timeline().size() + " timeline entries, at "
                + image.now());
    }
}
