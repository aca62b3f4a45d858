package dev.capy.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The tables of a database, step by step: a file for each version. */
final class Schema {

    /** The newest version. */
    static final int VERSION = 3;

    private final Connections connections;

    Schema(Connections connections) {
        this.connections = connections;
    }

    /**
     * Brings them to the newest version.
     *
     * @return the version that was there; 0 for none
     * @throws StoreException when the database is newer than this
     */
    int bringUp() {
        return connections.jdbi().inTransaction(handle -> {
            connections.lockSchema(handle);
            handle.execute("CREATE TABLE IF NOT EXISTS capy_schema (version INT NOT NULL)");
            int present = handle.createQuery("SELECT COALESCE(MAX(version), 0) FROM capy_schema")
                    .mapTo(Integer.class)
                    .one();
            if (present > VERSION) {
                throw new StoreException("The data were written by a newer version (their schema is " + present
                        + ", this one knows " + VERSION + "): use that version, or choose other data");
            }
            for (int version = present + 1; version <= VERSION; version++) {
                migrate(handle, version);
            }
            return present;
        });
    }

    private static void migrate(Handle handle, int version) {
        handle.createScript(script(version)).execute();
        handle.execute("INSERT INTO capy_schema (version) VALUES (?)", version);
    }

    private static String script(int version) {
        try (InputStream in = Schema.class.getResourceAsStream("/store/" + version + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
