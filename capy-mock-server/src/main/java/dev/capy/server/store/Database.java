package dev.capy.server.store;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.DumpCodec;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Moment;
import dev.capy.core.kernel.codec.Seal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A database that keeps worlds. Thread-safe. */
public final class Database implements AutoCloseable {

    private final Connections connections;
    private final Jdbi jdbi;
    private final GroupCommit groups;

    private Database(Connections connections) {
        this.connections = connections;
        this.jdbi = connections.jdbi();
        bringUp();
        this.groups = new GroupCommit(this::write);
    }

    private void bringUp() {
        try {
            new Schema(jdbi).bringUp();
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    /**
     * Opens the database in a directory, and makes it where there is none.
     *
     * @throws StoreException when it cannot be used, saying what to do
     */
    public static Database in(Path directory) {
        return new Database(Connections.h2(directory));
    }

    /** The store of a world that is kept here, with what it was built with and where it stands; empty when there is none. */
    public Optional<KeptWorld> find(String world) {
        return load(world).map(contents -> new KeptWorld(new JdbiStore(this, world), contents));
    }

    /**
     * The store of a new world.
     *
     * @param seed what its ids and its randomness are drawn from
     */
    public JdbiStore create(String world, long seed, Instant start, ClockMode clock, WorldSettings settings) {
        JdbiStore store = new JdbiStore(this, world);
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM worlds WHERE id = ?", world); // one that ended before it began
            handle.execute(
                    "INSERT INTO worlds (id, seed, world_time, clock_mode, ids_drawn, work_drawn, last_entry, last_event,"
                            + " settings) VALUES (?, ?, ?, ?, 0, 0, 0, 0, ?)",
                    world,
                    seed,
                    start.toString(),
                    clock.name(),
                    store.pieces().settings(settings));
            store.pieces().takeParts();
        });
        return store;
    }

    Optional<DumpCodec.Contents> load(String world) {
        return jdbi.inTransaction(handle -> new WorldReader(handle, world).document())
                .map(document -> CapyWorld.codec().read(document, Seal.KEPT, () -> {
                    throw new IllegalStateException("every routing secret is kept");
                }));
    }

    CompletableFuture<Void> keep(JdbiStore store, Commit commit) {
        return groups.add(store, commit);
    }

    void replace(JdbiStore store, Moment moment, WorldSettings settings) {
        groups.awaitWritten();
        try {
            store.forgetParts();
            jdbi.useTransaction(handle -> new WholeWorldWriter(handle, store).write(moment, settings));
        } catch (RuntimeException e) {
            store.forgetParts();
            throw GroupCommit.unavailable(e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    private void write(Map<JdbiStore, List<Commit>> group) {
        jdbi.useTransaction(handle -> group.forEach((store, commits) -> write(handle, store, commits)));
    }

    private static void write(Handle handle, JdbiStore store, List<Commit> commits) {
        new WorldWriter(handle, store).write(new Batch(commits));
    }

    /** Makes durable what waits, and ends. */
    @Override
    public void close() {
        groups.close();
        connections.close();
    }
}
