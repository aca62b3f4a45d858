package dev.capy.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Rows for which one statement is executed together. Jdbi spends more on a row than the database does. Not thread-safe.
 */
final class Rows implements AutoCloseable {

    /** What is asked of a database. */
    @FunctionalInterface
    private interface Asked<T> {
        T ask() throws SQLException;
    }

    private final Connection connection;
    private final String sql;
    private @Nullable PreparedStatement statement;

    /** @param sql with a question mark for each value of a row */
    Rows(Handle handle, String sql) {
        this.connection = handle.getConnection();
        this.sql = sql;
    }

    /** Executes a statement once, and says how many rows it changed. */
    static int update(Handle handle, String sql, Object... values) {
        try (Rows rows = new Rows(handle, sql)) {
            return asked(() -> rows.bound(values).executeUpdate());
        }
    }

    /** Adds a row; what is null in it is a text. */
    void add(@Nullable Object... values) {
        asked(() -> {
            bound(values).addBatch();
            return values;
        });
    }

    private PreparedStatement bound(@Nullable Object... values) throws SQLException {
        PreparedStatement present = statement;
        if (present == null) {
            present = connection.prepareStatement(sql);
            statement = present;
        }
        for (int i = 0; i < values.length; i++) {
            bind(present, i + 1, values[i]);
        }
        return present;
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.VARCHAR);
        } else if (value instanceof Long number) {
            statement.setLong(place, number);
        } else {
            statement.setObject(place, value);
        }
    }

    /** Executes the statement for all rows, if there are any. */
    void write() {
        PreparedStatement present = statement;
        if (present != null) {
            asked(present::executeBatch);
        }
    }

    private static <T> T asked(Asked<T> asked) {
        try {
            return asked.ask();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    @Override
    public void close() {
        PreparedStatement present = statement;
        if (present != null) {
            asked(() -> {
                present.close();
                return present;
            });
        }
    }
}
