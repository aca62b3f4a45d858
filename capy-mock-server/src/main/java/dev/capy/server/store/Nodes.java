package dev.capy.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The servers that share a database, and which worlds are whose. A world is its node's for as long as the node renews its
 * lease; after that, any other may take it. All times are the database's. Thread-safe.
 */
public final class Nodes {

    private static final String ALIVE =
            "EXISTS (SELECT 1 FROM nodes n WHERE n.id = worlds.node" + " AND n.lease_until >= CURRENT_TIMESTAMP)";

    private final Database database;

    Nodes(Database database) {
        this.database = database;
    }

    /** A node joins. */
    public void join(String node, String address, Duration lease) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("INSERT INTO nodes (id, address, started_at,"
                                + " lease_until) VALUES (:id, :address, CURRENT_TIMESTAMP, " + until(lease) + ")")
                        .bind("id", node)
                        .bind("address", address)
                        .execute());
    }

    /** A node can be reached elsewhere from now on. */
    public void move(String node, String address) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE nodes SET address = ? WHERE id = ?", address, node));
    }

    /**
     * A node goes on.
     *
     * @return whether it could; false when others have forgotten it
     */
    public boolean renew(String node, Duration lease) {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createUpdate("UPDATE nodes SET lease_until = " + until(lease) + " WHERE id = :id")
                                        .bind("id", node)
                                        .execute()
                                > 0);
    }

    private static String until(Duration lease) {
        return "CURRENT_TIMESTAMP + INTERVAL '" + lease.toMillis() / 1_000.0 + "' SECOND";
    }

    /** A node ends: its worlds are nobody's. */
    public void leave(String node) {
        database.jdbi().useTransaction(handle -> {
            handle.execute("UPDATE worlds SET node = NULL WHERE node = ?", node);
            handle.execute("DELETE FROM nodes WHERE id = ?", node);
        });
    }

    /** Forgets nodes that have been gone for so long and own nothing. */
    public void forgetGone(Duration span) {
        database.jdbi()
                .useHandle(handle -> handle.execute("DELETE FROM nodes WHERE lease_until < CURRENT_TIMESTAMP"
                        + " - INTERVAL '" + span.toSeconds() + "' SECOND"
                        + " AND NOT EXISTS (SELECT 1 FROM worlds w WHERE w.node = nodes.id)"));
    }

    /** All of them, those that are gone too, in the order in which they joined. */
    public List<NodeRow> all() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id, address, started_at, lease_until,"
                                + " CURRENT_TIMESTAMP AS present FROM nodes ORDER BY started_at, id")
                        .map((row, context) -> node(row))
                        .list());
    }

    /** The one that owns a world and is alive; empty when there is none. */
    public Optional<NodeRow> owner(String world) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT n.id, n.address, n.started_at, n.lease_until,"
                                + " CURRENT_TIMESTAMP AS present FROM nodes n JOIN worlds w ON w.node = n.id"
                                + " WHERE w.id = ? AND n.lease_until >= CURRENT_TIMESTAMP")
                        .bind(0, world)
                        .map((row, context) -> node(row))
                        .findOne());
    }

    private static NodeRow node(ResultSet row) throws SQLException {
        Instant leaseUntil = instant(row, "lease_until");
        return new NodeRow(
                row.getString("id"),
                row.getString("address"),
                instant(row, "started_at"),
                leaseUntil,
                Duration.between(instant(row, "present"), leaseUntil));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The worlds that no living node owns. */
    public List<String> orphans() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT id FROM worlds WHERE node IS NULL OR NOT " + ALIVE + " ORDER BY opened_at, id")
                        .mapTo(String.class)
                        .list());
    }

    /**
     * Takes a world that no living node owns: whoever owned it can write nothing more.
     *
     * @return whether it is this node's now
     */
    public boolean take(String world, String node) {
        return database.jdbi()
                .withHandle(handle -> handle.execute(
                                "UPDATE worlds SET node = ?, fence = fence + 1 WHERE id = ? AND (node IS NULL OR NOT "
                                        + ALIVE + ")",
                                node,
                                world)
                        > 0);
    }

    /** Leaves a world to whoever takes it, unless it is another's already. */
    public void release(String world, String node) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE worlds SET node = NULL WHERE id = ? AND node = ?", world, node));
    }

    /** The worlds that a node owns. */
    public Set<String> ownedBy(String node) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT id FROM worlds WHERE node = ?")
                        .bind(0, node)
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));
    }
}
