package dev.capy.server.cluster;

import dev.capy.server.http.Whereabouts;
import dev.capy.server.store.Database;
import dev.capy.server.store.NodeRow;
import dev.capy.server.store.WorldRow;
import dev.capy.server.worlds.FirstWorld;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldKeeper;
import dev.capy.server.worlds.Worlds;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worlds of a database as one server sees them, alone or among others: which are its own, and which it passes requests
 * on for. Thread-safe.
 */
public final class Cluster implements Whereabouts, Lease.Turn, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** The table of the records that hold the URLs of webhooks. */
    private static final String WITH_WEBHOOKS = "automations";

    private final String node = UUID.randomUUID().toString();
    private final Database database;
    private final Duration span;
    private final Keeper keeper;
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private @Nullable Lease lease;
    private @Nullable Worlds worlds;
    private @Nullable Adoption adoption;
    private volatile String address = "";

    /** @param span how long worlds stay this server's when it does not renew its lease, where others share the database */
    public Cluster(Database database, Duration span) {
        this.database = database;
        this.span = span;
        this.keeper =
                new Keeper(database, database.isShared() ? Optional.of(node) : Optional.empty(), this::checkLease);
    }

    /** What keeps worlds. */
    public WorldKeeper keeper() {
        return keeper;
    }

    /** Serves in {@code served} what nobody else does, the default world first. */
    public void begin(Worlds served, FirstWorld first) {
        worlds = served;
        adoption = new Adoption(database, keeper, served, first);
        if (database.isShared()) {
            database.whenLost(lost::add);
            lease = new Lease(database.nodes(), node, span, this);
            lease.begin();
        }
        adoption.begin();
        adoption.adoptAll();
        if (lease != null) {
            lease.adoptFromNowOn();
        }
    }

    /** Tells the others where this server can be reached. */
    public void announce(String origin) {
        address = origin;
        if (lease != null) {
            lease.announce(origin);
        }
    }

    @Override
    public void adoptAll() {
        adoption().adoptAll();
    }

    @Override
    public void dropAllBut(Set<String> owned) {
        worlds().all().stream()
                .filter(hosted -> !owned.contains(hosted.id()) && isAnothers(hosted))
                .forEach(hosted -> drop(hosted.id()));
        for (String id = lost.poll(); id != null; id = lost.poll()) {
            if (!owned.contains(id)) {
                drop(id);
            }
        }
    }

    /** One of which the database never knew is this server's alone. */
    private boolean isAnothers(HostedWorld hosted) {
        return database.worlds()
                .row(hosted.id())
                .filter(row -> !node.equals(row.node()))
                .isPresent();
    }

    private void drop(String id) {
        if (worlds().release(id)) {
            LOG.warn("The world {} belongs to another node by now", id);
        }
    }

    @Override
    public Place ofToken(String token) {
        checkLease();
        if (worlds().knows(token)) {
            return Place.HERE;
        }
        return database.worlds().ofToken(token).map(this::ofWorld).orElse(Place.HERE);
    }

    @Override
    public Place ofWebhook(String secret) {
        return database.worlds()
                .mentioning(WITH_WEBHOOKS, secret)
                .map(this::ofWorld)
                .orElse(Place.HERE);
    }

    @Override
    public Place ofWorld(String id) {
        checkLease();
        return worlds().has(id) ? Place.HERE : ofDistantWorld(id);
    }

    private void checkLease() {
        if (lease != null) {
            lease.check();
        }
    }

    private Place ofDistantWorld(String id) {
        Optional<NodeRow> owner = database.nodes().owner(id);
        if (owner.isPresent() && !owner.get().id().equals(node)) {
            String reachedAt = owner.get().address();
            return reachedAt.isEmpty() ? Place.NOWHERE_YET : new Place.At(URI.create(reachedAt));
        } else if (database.worlds().row(id).isEmpty()) {
            return Place.HERE; // there is none, which anybody can answer
        }
        return adoption().adoptSoon(id) ? Place.HERE : Place.NOWHERE_YET;
    }

    /** Who serves what. */
    public ClusterState state() {
        return database.isShared() ? Keeper.inTheDatabase(this::shared) : alone(worlds(), node, address, "h2");
    }

    private ClusterState shared() {
        return new ClusterState(
                node,
                "postgresql",
                span,
                database.nodes().all().stream().map(Cluster::shown).toList(),
                database.worlds().all().stream().map(Cluster::shown).toList());
    }

    private static ClusterState.Node shown(NodeRow row) {
        return new ClusterState.Node(row.id(), row.address(), row.startedAt(), row.leaseUntil(), row.isAlive());
    }

    private static ClusterState.World shown(WorldRow row) {
        return new ClusterState.World(row.id(), row.node(), row.fence());
    }

    /** A server that shares its worlds with no other. */
    public static ClusterState alone(Worlds worlds, String node, String address, String store) {
        List<ClusterState.World> own = worlds.all().stream()
                .map(hosted -> new ClusterState.World(hosted.id(), node, null))
                .toList();
        return new ClusterState(
                node, store, null, List.of(new ClusterState.Node(node, address, null, null, true)), own);
    }

    private Worlds worlds() {
        return Objects.requireNonNull(worlds, "not begun");
    }

    private Adoption adoption() {
        return Objects.requireNonNull(adoption, "not begun");
    }

    /** Ends this server's part: others may take its worlds at once. Nothing may serve them any more. */
    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
