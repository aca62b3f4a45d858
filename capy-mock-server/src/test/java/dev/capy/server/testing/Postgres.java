package dev.capy.server.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server on this machine, one for all tests of a JVM, which it ends with. Thread-safe. */
public final class Postgres {

    /** Who may do everything in it. */
    public static final String USER = "postgres";

    private static final AtomicInteger MADE = new AtomicInteger();

    private static final class Running {

        private static final EmbeddedPostgres SERVER = start();
    }

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of a new empty database. */
    public static String newDatabase() {
        String name = "capy" + MADE.incrementAndGet();
        run("CREATE DATABASE " + name);
        return url(name);
    }

    /** The URL of a database of this name, which need not be there. */
    public static String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + Running.SERVER.getPort() + "/" + name;
    }

    /** Runs a statement as {@link #USER}, outside of the databases that were made. */
    public static void run(String sql) {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
