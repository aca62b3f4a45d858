package dev.capy.server.cli;

import dev.capy.server.store.Database;
import picocli.CommandLine.Command;

/** Brings what is kept to the newest version. */
@Command(
        name = "migrate",
        description = "Brings what an earlier version kept to this version, as a server does when it starts.",
        mixinStandardHelpOptions = true)
final class MigrateData extends DataCommand {

    @Override
    void work(Database database) {
        int before = database.oldSchema();
        int now = database.schema();
        print(
                before == now
                        ? "The schema is " + now + " already"
                        : "The schema was " + before + ", and is " + now + " now");
    }
}
