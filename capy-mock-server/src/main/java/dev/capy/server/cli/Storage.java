package dev.capy.server.cli;

import dev.capy.server.store.Credentials;
import dev.capy.server.store.Database;
import dev.capy.server.store.StoreException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where worlds are kept, as a command's options say. */
final class Storage {

    static final String USER = "CAPY_STORE_USER";
    static final String PASSWORD = "CAPY_STORE_PASSWORD";

    private @Nullable Path data;
    private boolean forced;
    private @Nullable String url;
    private @Nullable Path credentialsFile;

    List<Setting<?>> settings() {
        return List.of(
                Setting.of(
                        "--data",
                        Form.FILE,
                        "DIR",
                        "Directory that keeps the worlds: they go on from there when the server is started again. A"
                                + " fixture, a seed and the time count for a new one alone. In memory unless it is"
                                + " given.",
                        directory -> data = directory),
                Setting.flag(
                        "--fsync",
                        "With --data: answer when what was done is on the disk, so that it survives a power loss.",
                        value -> forced = value),
                Setting.of(
                        "--store",
                        Form.TEXT,
                        "URL",
                        "PostgreSQL database that keeps the worlds, and that several servers may share:"
                                + " jdbc:postgresql://HOST:PORT/DATABASE. User and password come from the"
                                + " environment's " + USER + " and " + PASSWORD + ", or from --store-credentials.",
                        value -> url = value),
                Setting.of(
                        "--store-credentials",
                        Form.FILE,
                        "FILE",
                        "File with the lines user=NAME and password=PASSWORD for --store.",
                        file -> credentialsFile = file));
    }

    /**
     * The database, open; empty where worlds are kept in memory alone.
     *
     * @throws Refusal when it cannot be used, saying what to do
     */
    Optional<Database> open() {
        check();
        try {
            if (url != null) {
                return Optional.of(Database.at(url, credentials()));
            } else if (data == null) {
                return Optional.empty();
            }
            return Optional.of(forced ? Database.forcedIn(data) : Database.in(data));
        } catch (StoreException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    /** The database, which has to be there already. */
    Database openPresent() {
        if (data != null && !Files.isDirectory(data)) {
            throw new Refusal("There is no data directory " + data);
        }
        return open().orElseThrow(() -> new Refusal("Say where the worlds are kept: --data DIR or --store URL"));
    }

    /** Whether other servers may use it too. */
    boolean isShared() {
        return url != null;
    }

    /** How a person calls it. */
    String name() {
        return url != null ? url : String.valueOf(data);
    }

    private void check() {
        if (data != null && url != null) {
            throw new Refusal("Give one of --data and --store");
        } else if (forced && data == null) {
            throw new Refusal("--fsync goes with --data");
        } else if (credentialsFile != null && url == null) {
            throw new Refusal("--store-credentials goes with --store");
        }
    }

    private Credentials credentials() {
        Credentials environment = new Credentials(System.getenv(USER), System.getenv(PASSWORD));
        return credentialsFile == null
                ? environment
                : credentials(credentialsFile).or(environment);
    }

    private Credentials credentials(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("--store-credentials " + file + " cannot be read");
        }
        if (!lines.containsKey("user") && !lines.containsKey("password")) {
            throw new Refusal(
                    "--store-credentials " + file + " has neither a line user=NAME nor a line password=PASSWORD");
        }
        return new Credentials(lines.getProperty("user"), lines.getProperty("password"));
    }
}
