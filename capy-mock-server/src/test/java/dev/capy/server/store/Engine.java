package dev.capy.server.store;

import dev.capy.server.testing.Postgres;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What keeps worlds. */
public enum Engine {
    H2 {
        @Override
        public Place place(Path directory) {
            return new Place(() -> Database.in(directory), List.of("--data", directory.toString()));
        }
    },

    H2_FORCED {
        @Override
        public Place place(Path directory) {
            return new Place(() -> Database.forcedIn(directory), List.of("--data", directory.toString(), "--fsync"));
        }
    },

    POSTGRESQL {
        @Override
        public Place place(Path directory) {
            String url = Postgres.newDatabase();
            return new Place(() -> Database.at(url, new Credentials(Postgres.USER, null)), List.of("--store", url));
        }
    };

    /**
     * A database that can be opened again.
     *
     * @param opening opens it
     * @param options what the command line says for it
     */
    public record Place(Supplier<Database> opening, List<String> options) {

        public Database open() {
            return opening.get();
        }
    }

    /** Has a place say that a newer version wrote it. */
    public void makeNewer(Place place) {
        try (Database database = place.open()) {
            database.jdbi().useHandle(handle -> handle.execute("INSERT INTO capy_schema (version) VALUES (999)"));
        }
    }

    /** A new place; {@code directory} is empty and its own. */
    public abstract Place place(Path directory);
}
