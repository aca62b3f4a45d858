package dev.capy.server.cli;

import dev.capy.server.store.Credentials;
import dev.capy.server.store.Database;
import dev.capy.server.store.StoreException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where worlds are kept, as a command's options say. */
final class Storage {

    static final String USER = "CAPY_STORE_USER";
    static final String PASSWORD = "CAPY_STORE_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Directory that keeps the worlds: they go on from there when the server is started again. A fixture, a"
                        + " seed and the time count for a new one alone. In memory unless it is given."
            })
    private @Nullable Path data;

    @Option(
            names = "--fsync",
            description = "With --data: answer when what was done is on the disk, so that it survives a power loss.")
    private boolean forced;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = {
                "PostgreSQL database that keeps the worlds, and that several servers may share:"
                        + " jdbc:postgresql://HOST:PORT/DATABASE. User and password come from the environment's "
                        + USER + " and " + PASSWORD + ", or from --store-credentials."
            })
    private @Nullable String url;

    @Option(
            names = "--store-credentials",
            paramLabel = "FILE",
            description = "File with the lines user=NAME and password=PASSWORD for --store.")
    private @Nullable Path credentialsFile;

    /**
     * The database, open; empty where worlds are kept in memory alone.
     *
     * @throws ParameterException when it cannot be used, saying what to do
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
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    /** The database, which has to be there already. */
    Database openPresent() {
        if (data != null && !Files.isDirectory(data)) {
            throw refuse("There is no data directory " + data);
        }
        return open().orElseThrow(() -> refuse("Say where the worlds are kept: --data DIR or --store URL"));
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
            throw refuse("Give one of --data and --store");
        } else if (forced && data == null) {
            throw refuse("--fsync goes with --data");
        } else if (credentialsFile != null && url == null) {
            throw refuse("--store-credentials goes with --store");
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
            throw refuse("--store-credentials " + file + " cannot be read");
        }
        if (!lines.containsKey("user") && !lines.containsKey("password")) {
            throw refuse("--store-credentials " + file + " has neither a line user=NAME nor a line password=PASSWORD");
        }
        return new Credentials(lines.getProperty("user"), lines.getProperty("password"));
    }

    private ParameterException refuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
