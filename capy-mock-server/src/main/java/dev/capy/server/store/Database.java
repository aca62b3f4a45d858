package dev.capy.server.store;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.DumpCodec;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Moment;
import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.error.Unavailable;
import dev.capy.server.metrics.StoreMetrics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A database that keeps worlds. Thread-safe. */
public final class Database implements AutoCloseable {

    private final Connections connections;
    private final Jdbi jdbi;
    private final int oldSchema;
    private final GroupCommit groups;
    private @Nullable KeptRequests requests;
    private volatile Consumer<String> whenLost = world -> {};

    private Database(Connections connections) {
        this.connections = connections;
        this.jdbi = connections.jdbi();
        this.oldSchema = broughtUp();
        this.groups = new GroupCommit(this::write);
    }

    private int broughtUp() {
        try {
            return new Schema(connections).bringUp();
        } catch (RuntimeException e) {
            connections.close();
            throw e instanceof StoreException
                    ? e
                    : new StoreException("The tables cannot be brought up: " + Connections.reason(e), e);
        }
    }

    /**
     * Opens the database in a directory, and makes it where there is none. What is kept survives the end of the process,
     * however it ends.
     *
     * @throws StoreException when it cannot be used, saying what to do
     */
    public static Database in(Path directory) {
        return new Database(FileConnections.in(directory, false));
    }

    /**
     * Opens the database in a directory, and makes it where there is none. What is kept survives the end of the machine
     * too, since it is on the disk before anybody is told.
     *
     * @throws StoreException when it cannot be used, saying what to do
     */
    public static Database forcedIn(Path directory) {
        return new Database(FileConnections.in(directory, true));
    }

    /** Opens the database in a directory whose files H2 reaches in a way of its own, and that are to be as small as this. */
    static Database in(Path directory, String fileSystem, long small) {
        return new Database(FileConnections.in(directory, false, fileSystem, small));
    }

    /**
     * Reaches a PostgreSQL database that other servers may use too.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, without user and password
     * @throws StoreException when it cannot be used, saying what to do
     */
    public static Database at(String url, Credentials credentials) {
        return new Database(PooledConnections.to(url, credentials));
    }

    /** What to tell callers of a failure of any database. */
    public static Unavailable unavailable(RuntimeException failure) {
        return GroupCommit.unavailable(failure);
    }

    /** The version of the tables that were found; 0 when there were none. */
    public int oldSchema() {
        return oldSchema;
    }

    /** The version of the tables now. */
    public int schema() {
        return Schema.VERSION;
    }

    /** Whether other servers may use it at the same time. */
    public boolean isShared() {
        return connections.isShared();
    }

    /** Its worlds. */
    public KeptWorlds worlds() {
        return new KeptWorlds(this);
    }

    /** The servers that share it. */
    public Nodes nodes() {
        return new Nodes(this);
    }

    /** Takes requests down until this is closed. */
    public synchronized KeptRequests requests() {
        KeptRequests present = requests;
        if (present == null) {
            present = new KeptRequests(jdbi);
            requests = present;
        }
        return present;
    }

    /** Tells {@code told} how it does from now on. */
    public void measure(StoreMetrics told) {
        groups.measure(told);
    }

    /** Tells {@code follower} the id of each world that turns out to belong to another node. */
    public void whenLost(Consumer<String> follower) {
        whenLost = follower;
    }

    Optional<KeptWorld> load(String world) {
        return jdbi.inTransaction(handle -> {
            WorldReader reader = new WorldReader(handle, world);
            return reader.document().map(document -> {
                DumpCodec.Contents contents = read(document);
                JdbiStore store = new JdbiStore(this, world, reader.standing(), contents.image());
                return new KeptWorld(world, store, contents, reader.options(), KeptWorlds.tokens(handle, world));
            });
        });
    }

    private static DumpCodec.Contents read(WorldDump document) {
        return CapyWorld.codec().read(document, Seal.KEPT, () -> {
            throw new IllegalStateException("every routing secret is kept");
        });
    }

    CompletableFuture<Void> keep(JdbiStore store, Commit commit) {
        return groups.add(store, commit);
    }

    /**
     * After commits were refused or nobody knows what became of them: where the world stands, when it is not where its owner
     * believes.
     */
    Optional<Image> missed(JdbiStore store) {
        try {
            groups.awaitWritten();
            Optional<Standing> kept = jdbi.inTransaction(handle -> new WorldReader(handle, store.world()).find());
            if (kept.isEmpty() || kept.get().fence() != store.standing().fence()) {
                throw new StaleWorldException(store);
            } else if (kept.get().commits() == store.standing().commits()) {
                return Optional.empty();
            }
            return load(store.world()).map(world -> {
                store.stands(world.store().standing());
                return world.contents().image();
            });
        } catch (RuntimeException e) {
            throw GroupCommit.unavailable(e);
        }
    }

    void replace(JdbiStore store, Moment moment, WorldSettings settings) {
        groups.awaitWritten();
        try {
            store.forgetParts();
            Standing next = jdbi.inTransaction(handle -> new WholeWorldWriter(handle, store).write(moment, settings));
            connections.written();
            store.stands(next);
        } catch (RuntimeException e) {
            store.broken();
            throw GroupCommit.unavailable(e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    private void write(Map<JdbiStore, List<Commit>> group) {
        try {
            Map<JdbiStore, Standing> standings = new HashMap<>();
            connections.write(handle -> group.forEach((store, commits) ->
                    standings.put(store, new WorldWriter(handle, store).write(new Batch(commits)))));
            connections.written();
            standings.forEach(JdbiStore::stands);
        } catch (StaleWorldException e) {
            whenLost.accept(e.store().world());
            throw e;
        }
    }

    /** Makes durable what waits, and ends. */
    @Override
    public synchronized void close() {
        if (requests != null) {
            requests.close();
        }
        groups.close();
        connections.close();
    }
}
