package dev.capy.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database in a directory that one server uses. Every commit is written out before it is answered.
 *
 * <p>H2 only ever appends to its file here. Where it writes into gaps it can, after a process was killed, take an older state
 * for the newest one: acknowledged commits were lost in one kill of ten. The file is made small again whenever most of it is
 * of no use any more, between two groups of commits. Thread-safe.
 */
final class FileConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(FileConnections.class);

    private static final String NAME = "capy";
    private static final int MOST = 4;

    /** Longer texts stand beside their rows, where each of them is looked up. */
    private static final int LONGEST_IN_ROW = 32_768;

    /** H2 knows so many statements of a connection; more are never executed again and again. */
    private static final int STATEMENTS = 64;

    /** A file that is smaller is left alone. */
    private static final long SMALL = 128L << 20;

    /** A file may grow to so many times what it was when it was made small last. */
    private static final int GROWTH = 4;

    private final String url;
    private final Path file;
    private final DirectoryLock lock;
    private final boolean forced;
    private final Jdbi jdbi;
    private volatile JdbcConnectionPool pool;
    private final long small;
    private long limit;

    /** Kept from one group of commits to the next: H2 reads all statements anew for whoever takes a connection. */
    private @Nullable Handle writing;

    private FileConnections(String url, Path file, DirectoryLock lock, boolean forced, long small) {
        this.url = url;
        this.file = file;
        this.lock = lock;
        this.forced = forced;
        this.small = small;
        this.limit = small;
        this.pool = pool();
        this.jdbi = Connections.jdbi((ConnectionFactory) () -> pool.getConnection());
    }

    private JdbcConnectionPool pool() {
        JdbcConnectionPool made = JdbcConnectionPool.create(url, "capy", "");
        made.setMaxConnections(MOST);
        return made;
    }

    /**
     * Opens a directory, and makes it where there is none.
     *
     * @param forced whether what is written has reached the disk before it is answered, so that it survives a power loss
     * @throws StoreException when it cannot be used, saying what to do
     */
    static FileConnections in(Path directory, boolean forced) {
        return in(directory, forced, "", SMALL);
    }

    /**
     * @param fileSystem what H2 reaches its files through, for example {@code nio:}; empty for its usual way
     * @param small how many bytes a file may have that is left alone
     */
    static FileConnections in(Path directory, boolean forced, String fileSystem, long small) {
        DirectoryLock lock = DirectoryLock.on(directory);
        Path base = directory.toAbsolutePath().resolve(NAME);
        String url = "jdbc:h2:file:" + fileSystem + base
                + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;AUTO_COMPACT_FILL_RATE=0;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE"
                + ";MAX_LENGTH_INPLACE_LOB=" + LONGEST_IN_ROW + ";QUERY_CACHE_SIZE=" + STATEMENTS;
        FileConnections opened = new FileConnections(url, Path.of(base + ".mv.db"), lock, forced, small);
        try {
            opened.pool.getConnection().close();
        } catch (SQLException e) {
            opened.close();
            throw new StoreException(complaint(directory, e), e);
        }
        return opened;
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
    public synchronized void write(Consumer<Handle> work) {
        Handle handle = writing == null ? jdbi.open() : writing;
        writing = handle;
        try {
            handle.useTransaction(work::accept);
        } catch (RuntimeException | Error e) {
            stopWriting();
            throw e;
        }
    }

    private void stopWriting() {
        Handle handle = writing;
        writing = null;
        try {
            if (handle != null) {
                handle.close();
            }
        } catch (JdbiException e) {
            LOG.debug("A connection cannot be given back", e);
        }
    }

    @Override
    public synchronized void written() {
        if (forced) {
            jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
        }
        if (size() > limit) {
            compact();
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Writes all that is of use into a new file in place of the old one, while nobody else uses the database. */
    private void compact() {
        stopWriting();
        long before = size();
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                all.add(pool.getConnection());
            }
            try (var statement = all.get(0).createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            }
        } catch (SQLException e) {
            LOG.warn("The file of the database could not be made smaller: {}", Connections.reason(e));
        } finally {
            all.forEach(FileConnections::giveBack);
            pool.dispose();
            pool = pool();
        }
        limit = Math.max(small, GROWTH * size());
        LOG.info("The file of the database was made smaller, from {} to {} bytes", before, size());
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection was closed already", e);
        }
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public synchronized void close() {
        stopWriting();
        if (size() > small) {
            compact();
        }
        pool.dispose();
        lock.close();
    }
}
