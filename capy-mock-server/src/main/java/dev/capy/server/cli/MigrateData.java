package dev.capy.server.cli;

import dev.capy.server.store.Database;

/** Brings what is kept to the newest version. */
final class MigrateData extends DataCommand {

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String description() {
        return "Brings what an earlier version kept to this version, as a server does when it starts.";
    }

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
