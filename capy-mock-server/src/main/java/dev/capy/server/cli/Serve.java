package dev.capy.server.cli;

import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.server.CapyServer;
import dev.capy.server.CapyServerBuilder;
import dev.capy.server.fixture.DirectoryFixture;
import dev.capy.server.fixture.FixtureException;
import dev.capy.server.fixture.FixtureFile;
import dev.capy.server.fixture.WorldFile;
import dev.capy.server.metrics.Metrics;
import dev.capy.server.store.Database;
import dev.capy.server.store.StoreException;
import dev.capy.server.worlds.FirstWorld;
import dev.capy.server.worlds.WorldOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves a world until the process is ended. */
final class Serve implements Command {

    private final ServeOptions said = new ServeOptions();
    private final Metrics metrics = new Metrics();

    private @Nullable Database database;

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String description() {
        return "Serves a world over HTTP until the process is ended.";
    }

    @Override
    public List<Setting<?>> settings() {
        return said.settings();
    }

    @Override
    public void run(Console console) {
        said.log.apply();
        CapyServer server = start(console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "capy-shutdown"));
        announce(server, console);
    }

    /** Says that it is there. */
    static void announce(CapyServer server, Console console) {
        new Lifetime(server.origin()).began();
        new Banner(server).print(console.out());
        console.out().flush();
    }

    /** Ends it, and lets go of its data directory. */
    void end(CapyServer server) {
        Lifetime lifetime = new Lifetime(server.origin());
        lifetime.ends();
        server.close();
        closeDatabase();
        lifetime.ended();
    }

    private void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    /** The server that the options describe, listening. */
    CapyServer start(Console console) {
        said.check();
        WorldFile file = worldFile();
        file.notes().forEach(console.err()::println);
        FirstWorld first = firstWorld(file);
        CapyServerBuilder builder = builder(first)
                .host(said.host)
                .port(said.port)
                .edition(first.options().edition())
                .speed(first.options().speed())
                .strict(said.strict)
                .mostRecords(said.mostRecords);
        builder.metrics(metrics).accessLog(said.log.accessLog()).keepRequests(said.keepRequests);
        said.limits.limit(builder);
        said.allowedHosts.forEach(builder::allowHost);
        said.allowedWebhookHosts.forEach(builder::allowWebhookHost);
        if (said.adminTokenFile != null) {
            builder.adminToken(adminToken(said.adminTokenFile));
        }
        return listening(builder);
    }

    private CapyServerBuilder builder(FirstWorld first) {
        database = said.storage.open().orElse(null);
        if (database == null && said.keepRequests) {
            throw new Refusal("--keep-requests goes with --data or --store");
        } else if (database == null) {
            return CapyServer.builder(first.begin(Store.inMemory()));
        }
        database.measure(metrics.store());
        CapyServerBuilder builder = CapyServer.builder().keep(database, first).lease(said.lease);
        return said.address == null ? builder : builder.address(said.address.toString());
    }

    private FirstWorld firstWorld(WorldFile file) {
        ClockMode mode = said.clock == null ? ClockMode.REALTIME : said.clock;
        Instant start = mode == ClockMode.REALTIME ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : CapyClock.EPOCH;
        WorldOptions usual = WorldOptions.DEFAULT.edition(file.edition().orElse(WorldOptions.DEFAULT.edition()));
        return new FirstWorld(
                said.seed,
                start,
                mode,
                file.fixture(),
                asSaid(usual),
                this::asSaid,
                Optional.ofNullable(said.clock),
                said.mostRecords);
    }

    /** How a world is served as the options say, where they do. */
    private WorldOptions asSaid(WorldOptions otherwise) {
        return otherwise
                .edition(said.edition == null ? otherwise.edition() : said.edition)
                .speed(said.speed == null ? otherwise.speed() : said.speed)
                .strict(said.strict || otherwise.strict());
    }

    private WorldFile worldFile() {
        try {
            if (said.fixture == null) {
                return new WorldFile(Fixture.demo(), Optional.empty(), List.of());
            }
            return Files.isDirectory(said.fixture)
                    ? DirectoryFixture.read(said.fixture)
                    : FixtureFile.readWorld(said.fixture);
        } catch (FixtureException e) {
            throw new Refusal(String.join(System.lineSeparator(), e.problems()));
        }
    }

    private String adminToken(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new Refusal("--admin-token-file " + file + " is empty: put the token into it");
            }
            return token;
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal("--admin-token-file " + file + " cannot be read");
        }
    }

    private CapyServer listening(CapyServerBuilder builder) {
        try {
            return builder.start();
        } catch (UncheckedIOException e) {
            closeDatabase();
            throw new Refusal(e.getMessage() + "; choose another --host or --port, where 0 is any free one");
        } catch (StoreException | CapyException e) {
            closeDatabase();
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }
}
