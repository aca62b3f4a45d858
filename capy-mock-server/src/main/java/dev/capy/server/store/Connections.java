package dev.capy.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/** How a database is reached. Thread-safe. */
final class Connections implements AutoCloseable {

    private static final String NAME = "capy";
    private static final int MOST = 4;

    private final JdbcConnectionPool pool;

    private final DirectoryLock lock;

    private Connections(JdbcConnectionPool pool, DirectoryLock lock) {
        this.pool = pool;
        this.lock = lock;
    }

    /** Every commit is written out before it is answered; the file stays small. */
    static Connections h2(Path directory) {
        DirectoryLock lock = DirectoryLock.on(directory);
        String url = "jdbc:h2:file:" + directory.toAbsolutePath().resolve(NAME)
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
        return new Connections(pool, lock);
    }

    private static String complaint(Path directory, SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
                "The data in " + directory
                        + " are damaged: restore a backup of the directory, or choose another --data";
            case ErrorCode.WRONG_USER_OR_PASSWORD ->
                "The database in " + directory + " belongs to something else: choose another --data";
            default -> "The data directory " + directory + " cannot be used: " + e.getMessage();
        };
    }

    Jdbi jdbi() {
        return Jdbi.create(pool);
    }

    @Override
    public void close() {
        pool.dispose();
        lock.close();
    }
}
