package dev.capy.server.store;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.PieceWriter;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Moment;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.error.Unavailable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Keeps one world in a database, as its only owner. Thread-safe. */
public final class JdbiStore implements Store {

    private final Database database;
    private final String world;
    private volatile PieceWriter pieces = CapyWorld.codec().pieces();
    private volatile Standing standing;
    private volatile boolean broken;

    /** How it last refused to go on, and when; null when it does. */
    private volatile @Nullable Unavailable refusal;

    private volatile long refusedAt;

    /** What was read of it already; null when it is asked for once more. */
    private @Nullable Image read;

    JdbiStore(Database database, String world, Standing standing) {
        this(database, world, standing, null);
    }

    JdbiStore(Database database, String world, Standing standing, @Nullable Image read) {
        this.database = database;
        this.world = world;
        this.standing = standing;
        this.read = read;
    }

    /** The id of the world. */
    String world() {
        return world;
    }

    /** What writes its records. For the thread that writes commits. */
    PieceWriter pieces() {
        return pieces;
    }

    Standing standing() {
        return standing;
    }

    /** All this is kept by now. */
    void stands(Standing next) {
        standing = next;
    }

    @Override
    public synchronized Optional<Image> load() {
        Image present = read;
        read = null;
        return present != null
                ? Optional.of(present)
                : database.load(world).map(kept -> kept.contents().image());
    }

    @Override
    public CompletableFuture<Void> commit(Commit commit) {
        return database.keep(this, commit);
    }

    @Override
    public Optional<Image> resume() {
        refuseWhereItHasJustFailed();
        Optional<Image> missed = missed();
        forgetParts();
        broken = false;
        refusal = null;
        return missed;
    }

    /** A database that is away would have every writer wait for it, one after the other. */
    private void refuseWhereItHasJustFailed() {
        Unavailable last = refusal;
        if (last != null && System.nanoTime() - refusedAt < last.retryAfter().toNanos()) {
            throw new Unavailable(last.getMessage(), last.retryAfter(), last);
        }
    }

    private Optional<Image> missed() {
        try {
            return database.missed(this);
        } catch (Unavailable e) {
            refusal = e;
            refusedAt = System.nanoTime();
            throw e;
        }
    }

    @Override
    public void replace(Moment moment, Record settings) {
        database.replace(this, moment, (WorldSettings) settings);
    }

    /** Nobody knows which of its parts are kept: they have to be written again. */
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
