package dev.capy.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database that several servers share. Thread-safe. */
final class PooledConnections implements Connections {

    private static final String SCHEME = "jdbc:postgresql:";

    private static final int MOST = 8;
    private static final int PATIENCE_MILLIS = 3_000;
    private static final String SILENCE_SECONDS = "15";

    /** Any number, as long as all servers take the same. */
    private static final long SCHEMA_LOCK = 0x43617079;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private PooledConnections(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Connections.jdbi(pool::getConnection);
    }

    /**
     * Reaches a database.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, without user and password
     * @throws StoreException when it cannot be used, saying what to do
     */
    static PooledConnections to(String url, Credentials credentials) {
        if (!url.startsWith(SCHEME)) {
            throw new StoreException("--store must be a URL such as jdbc:postgresql://localhost:5432/capy");
        } else if (url.matches("(?i).*[?&](user|password)=.*") || url.contains("@")) {
            throw new StoreException("--store must name no user and no password: put them into CAPY_STORE_USER and"
                    + " CAPY_STORE_PASSWORD, or into a file for --store-credentials");
        }
        try {
            return new PooledConnections(new HikariDataSource(config(url, credentials)));
        } catch (PoolInitializationException e) {
            throw new StoreException(complaint(url, cause(e)), e);
        } catch (RuntimeException e) {
            throw new StoreException("--store " + url + " cannot be used: " + Connections.reason(e), e);
        }
    }

    private static HikariConfig config(String url, Credentials credentials) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("capy-postgresql");
        config.setJdbcUrl(url);
        config.setUsername(credentials.user());
        config.setPassword(credentials.password());
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        config.setInitializationFailTimeout(1); // whoever refuses once does so again
        config.setAutoCommit(true);
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "capy-mock-server");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("connectTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    private static @Nullable SQLException cause(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = found == null || found.getSQLState() == null ? sql : found;
            }
        }
        return found;
    }

    private static String complaint(String url, @Nullable SQLException e) {
        String state = e == null || e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return "The database " + url + " refuses the user or the password: see CAPY_STORE_USER,"
                    + " CAPY_STORE_PASSWORD and --store-credentials";
        } else if (state.equals("3D000")) {
            return "There is no database at " + url + ": create it, or name another one in --store";
        } else if (state.startsWith("08")) {
            return "The database " + url + " cannot be reached: start it, or name another one in --store";
        }
        return "The database " + url + " cannot be used: " + (e == null ? "it does not answer" : Connections.reason(e));
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void lockSchema(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(?)", SCHEMA_LOCK);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        pool.close();
    }
}
