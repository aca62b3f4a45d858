package dev.capy.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/** A database in a directory that one server uses. Every commit is written out before it is answered. Thread-safe. */
final class FileConnections implements Connections {

    private static final String NAME = "capy";
    private static final int MOST = 4;

    private final JdbcConnectionPool pool;
    private final DirectoryLock lock;
    private final boolean forced;
    private final Jdbi jdbi;

    private FileConnections(JdbcConnectionPool pool, DirectoryLock lock, boolean forced) {
        this.pool = pool;
        this.lock = lock;
        this.forced = forced;
        this.jdbi = Connections.jdbi(pool);
    }

    /**
     * Opens a directory, and makes it where there is none.
     *
     * @param forced whether what is written has reached the disk before it is answered, so that it survives a power loss
     * @throws StoreException when it cannot be used, saying what to do
     */
    static FileConnections in(Path directory, boolean forced) {
        return in(directory, forced, "");
    }

    /** @param fileSystem what H2 reaches its files through, for example {@code nio:}; empty for its usual way */
    static FileConnections in(Path directory, boolean forced, String fileSystem) {
        DirectoryLock lock = DirectoryLock.on(directory);
        String url = "jdbc:h2:file:" + fileSystem + directory.toAbsolutePath().resolve(NAME)
                + ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "capy", "");
        pool.setMaxConnections(MOST);
        try {
            pool.getConnection().close();
        } catch (SQLException e) {
            pool.dispose();
            lock.close();
            throw new StoreException(complaint(directory, e), e);
        }
        return new FileConnections(pool, lock, forced);
    }

    private static String complaint(Path directory, SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
                "The data in " + directory
                        + " are damaged: restore a backup of the directory, or choose another --data";
            case ErrorCode.WRONG_USER_OR_PASSWORD ->
                "The database in " + directory + " belongs to something else: choose another --data";
            default ->
                "The data directory " + directory + " cannot be used: " + Connections.reason(e)
                        + "; choose another --data";
        };
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void written() {
        if (forced) {
            jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
        }
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        pool.dispose();
        lock.close();
    }
}
