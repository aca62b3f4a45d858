package dev.capy.server.store;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.DumpCodec;
import dev.capy.core.dump.PieceWriter;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Moment;
import dev.capy.core.kernel.Store;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps one world in a database. Thread-safe. */
public final class JdbiStore implements Store {

    private final Database database;
    private final String world;
    private volatile PieceWriter pieces = CapyWorld.codec().pieces();
    private volatile boolean broken;

    JdbiStore(Database database, String world) {
        this.database = database;
        this.world = world;
    }

    /** The id of the world. */
    String world() {
        return world;
    }

    /** What writes its records. For the thread that writes commits. */
    PieceWriter pieces() {
        return pieces;
    }

    @Override
    public Optional<Image> load() {
        return database.load(world).map(DumpCodec.Contents::image);
    }

    @Override
    public CompletableFuture<Void> commit(Commit commit) {
        return database.keep(this, commit);
    }

    @Override
    public void resume() {
        broken = false;
    }

    @Override
    public void replace(Moment moment, Record settings) {
        database.replace(this, moment, (WorldSettings) settings);
    }

    /** Nothing of the world is kept: its parts have to be written again. */
    void forgetParts() {
        pieces = CapyWorld.codec().pieces();
    }

    /** Commits were lost: it takes nothing until its world has gone back. */
    void broken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }
}
