package dev.capy.server.store;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.ClockMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The worlds of a database, who owns them, and which token opens which. Thread-safe. */
public final class KeptWorlds {

    private static final List<String> TABLES =
            List.of("tokens", "parts", "events", "timeline", "records", "world_tables", "requests", "origins");

    /** What databases call a key that is there already. */
    private static final String TAKEN = "23505";

    private final Database database;

    KeptWorlds(Database database) {
        this.database = database;
    }

    /** All of them, in the order in which they were made. */
    public List<WorldRow> all() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id, seed, world_time, clock_mode, options, node, fence"
                                + " FROM worlds ORDER BY opened_at, id")
                        .map((row, context) -> row(row))
                        .list());
    }

    /** What is said of one; empty when there is none. */
    public Optional<WorldRow> row(String world) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id, seed, world_time, clock_mode, options, node, fence"
                                + " FROM worlds WHERE id = ?")
                        .bind(0, world)
                        .map((row, context) -> row(row))
                        .findOne());
    }

    private static WorldRow row(ResultSet row) throws SQLException {
        return new WorldRow(
                row.getString("id"),
                row.getLong("seed"),
                Instant.parse(row.getString("world_time")),
                ClockMode.valueOf(row.getString("clock_mode")),
                row.getString("options"),
                row.getString("node"),
                row.getLong("fence"));
    }

    /** A whole world; empty when nothing was ever committed of it. */
    public Optional<KeptWorld> find(String world) {
        return database.load(world);
    }

    /** What of a world does not fit together, a sentence each; empty when all does. */
    public List<String> problems(String world) {
        return database.jdbi().inTransaction(handle -> new Integrity(handle, world).problems());
    }

    /**
     * The store of a new world.
     *
     * @param seed what its ids and its randomness are drawn from
     * @param node the node that owns it; empty where there is only one
     */
    public JdbiStore create(
            String world, long seed, Instant start, ClockMode clock, WorldSettings settings, Optional<String> node) {
        return createFirst(world, seed, start, clock, settings, node)
                .orElseThrow(() -> new StoreException("There is a world " + world + " already"));
    }

    /** The store of a new world, as {@link #create}; empty when somebody else has made one of this id. */
    public Optional<JdbiStore> createFirst(
            String world, long seed, Instant start, ClockMode clock, WorldSettings settings, Optional<String> node) {
        String built = CapyWorld.codec().pieces().settings(settings);
        try {
            database.jdbi()
                    .useHandle(handle -> handle.execute(
                            "INSERT INTO worlds (id, seed, world_time, clock_mode, ids_drawn, work_drawn, last_entry,"
                                    + " last_event, settings, node, fence) VALUES (?, ?, ?, ?, 0, 0, 0, 0, ?, ?, 1)",
                            world,
                            seed,
                            start.toString(),
                            clock.name(),
                            built,
                            node.orElse(null)));
            return Optional.of(new JdbiStore(database, world, Standing.NEW));
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Keeps how a world is served, its tokens, and where it began; nothing happens when it is not kept here, or not any more.
     *
     * @param options any text
     */
    public void serve(String world, String options, Map<String, String> tokens, WorldDump origin) {
        database.jdbi().useTransaction(handle -> {
            int updated = handle.execute("UPDATE worlds SET options = ? WHERE id = ?", options, world);
            if (updated == 0) {
                return;
            }
            handle.execute("DELETE FROM origins WHERE world = ?", world);
            handle.execute("INSERT INTO origins (world, dump) VALUES (?, ?)", world, origin.json());
            handle.execute("DELETE FROM tokens WHERE world = ?", world);
            try (Rows inserts =
                    new Rows(handle, "INSERT INTO tokens (secret, world, name, place) VALUES (?, ?, ?, ?)")) {
                int place = 0;
                for (Map.Entry<String, String> token : tokens.entrySet()) {
                    inserts.add(token.getValue(), world, token.getKey(), place++);
                }
                inserts.write();
            }
        });
    }

    /**
     * Where a world began, with all its secrets.
     *
     * @throws StoreException when nobody said
     */
    public WorldDump origin(String world) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT dump FROM origins WHERE world = ?")
                        .bind(0, world)
                        .mapTo(String.class)
                        .findOne())
                .map(WorldDump::parse)
                .orElseThrow(() -> new StoreException("Nobody knows where the world " + world + " began"));
    }

    /** Keeps what makes a world's time move, and how it is served. */
    public void clock(String world, ClockMode clock, String options) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE worlds SET clock_mode = ?, options = ? WHERE id = ?", clock.name(), options, world));
    }

    /**
     * Forgets a world, unless it is another's.
     *
     * @param node whose it has to be; empty where there is only one
     */
    public void forget(String world, Optional<String> node) {
        database.jdbi().useTransaction(handle -> {
            int deleted = node.isPresent()
                    ? handle.execute("DELETE FROM worlds WHERE id = ? AND node = ?", world, node.get())
                    : handle.execute("DELETE FROM worlds WHERE id = ?", world);
            if (deleted > 0) {
                TABLES.forEach(table -> handle.execute("DELETE FROM " + table + " WHERE world = ?", world));
            }
        });
    }

    /** The id of the world that a token opens. */
    public Optional<String> ofToken(String secret) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT world FROM tokens WHERE secret = ?")
                        .bind(0, secret)
                        .mapTo(String.class)
                        .findOne());
    }

    /** The id of a world that has a record with this text in it. */
    public Optional<String> mentioning(String table, String text) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT world FROM records WHERE type = ? AND POSITION(? IN body) > 0")
                        .bind(0, table)
                        .bind(1, text)
                        .setMaxRows(1)
                        .mapTo(String.class)
                        .findFirst());
    }

    static Map<String, String> tokens(Handle handle, String world) {
        Map<String, String> tokens = new LinkedHashMap<>();
        handle.createQuery("SELECT name, secret FROM tokens WHERE world = ? ORDER BY place")
                .bind(0, world)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(token -> tokens.put(token.getKey(), token.getValue()));
        return tokens;
    }
}
