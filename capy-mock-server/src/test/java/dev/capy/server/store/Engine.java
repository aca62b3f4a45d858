package dev.capy.server.store;

import dev.capy.server.testing.Postgres;
import java.nio.file.Path;

/** What keeps worlds. */
enum Engine {
    H2 {
        @Override
        Place place(Path directory) {
            return () -> Database.in(directory);
        }
    },

    H2_FORCED {
        @Override
        Place place(Path directory) {
            return () -> Database.forcedIn(directory);
        }
    },

    POSTGRESQL {
        @Override
        Place place(Path directory) {
            String url = Postgres.newDatabase();
            return () -> Database.at(url, new Credentials(Postgres.USER, null));
        }
    };

    /** A database that can be opened again. */
    interface Place {

        Database open();
    }

    /** A new place; {@code directory} is empty and its own. */
    abstract Place place(Path directory);
}
