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
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves a world until the process is ended. */
@Command(
        name = "serve",
        description = "Serves a world over HTTP until the process is ended.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true)
final class Serve implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::", "[::]");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on; 0 picks a free one.")
    private int port;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
    private String host = "";

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "Name that callers of the control plane may use for this server, besides the loopback ones.")
    private List<String> allowedHosts = new ArrayList<>();

    @Option(
            names = {"--allow-webhook-host", "--allow-webhook-hosts"},
            split = ",",
            paramLabel = "NAME",
            description = "Host that webhooks of Capx may be on, besides this machine.")
    private List<String> allowedWebhookHosts = new ArrayList<>();

    @Option(
            names = "--edition",
            description = "Generation of the API: 2026-06, 2026-04 or 2026-07; the fixture's, or else 2026-06.")
    private @Nullable String edition;

    @Option(
            names = "--clock",
            converter = ClockModeConverter.class,
            description = "What makes time move: realtime, on-poll or manual; realtime in a new world.")
    private @Nullable ClockMode clock;

    @Option(names = "--speed", description = "Seconds that pass in one real second; 60 in a new world.")
    private @Nullable Double speed;

    @Option(names = "--seed", defaultValue = "0", description = "What ids and randomness are drawn from.")
    private long seed;

    @Option(
            names = "--fixture",
            paramLabel = "FILE|DIR",
            description = {
                "YAML file with what the world holds at its start. Or a directory: the default world with it as"
                        + " the repository acme/app, which holds the HEAD of a git repository, or else all its files."
            })
    private @Nullable Path fixture;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Storage storage;

    @Option(
            names = "--lease",
            paramLabel = "DURATION",
            defaultValue = "PT5S",
            description = "With --store: after how long without a sign of life other servers take this one's worlds.")
    private Duration lease = Duration.ZERO;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "With --store: where other servers reach this one, unless it is http://HOST:PORT.")
    private @Nullable URI address;

    @Option(
            names = "--keep-requests",
            description = "With --data or --store: write each request to the APIs, without its secrets, to the table"
                    + " 'requests' too.")
    private boolean keepRequests;

    @Option(
            names = "--max-records",
            defaultValue = "5000000",
            paramLabel = "NUMBER",
            description = "How many records the world may hold.")
    private long mostRecords;

    @Option(names = "--strict", description = "Answer 500 when an answer would break the API's own document.")
    private boolean strict;

    @Option(
            names = "--admin-token-file",
            paramLabel = "FILE",
            description = "File with the bearer token that the control plane asks for, from wherever it is called.")
    private @Nullable Path adminTokenFile;

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final LogOptions log = new LogOptions();

    private final Metrics metrics = new Metrics();

    private @Nullable Database database;

    @Override
    public Integer call() {
        log.apply();
        CapyServer server = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "capy-shutdown"));
        new Lifetime(server.origin()).began();
        PrintWriter out = spec.commandLine().getOut();
        new Banner(server).print(out);
        out.flush();
        return 0;
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
    CapyServer start() {
        check();
        WorldFile file = worldFile();
        file.notes().forEach(spec.commandLine().getErr()::println);
        FirstWorld first = firstWorld(file);
        CapyServerBuilder builder = builder(first)
                .host(host)
                .port(port)
                .edition(first.options().edition())
                .speed(first.options().speed())
                .strict(strict)
                .mostRecords(mostRecords);
        builder.metrics(metrics).accessLog(log.accessLog()).keepRequests(keepRequests);
        limits.limit(builder);
        allowedHosts.forEach(builder::allowHost);
        allowedWebhookHosts.forEach(builder::allowWebhookHost);
        if (adminTokenFile != null) {
            builder.adminToken(adminToken(adminTokenFile));
        }
        return listening(builder);
    }

    private CapyServerBuilder builder(FirstWorld first) {
        database = storage.open().orElse(null);
        if (database == null && keepRequests) {
            throw refuse("--keep-requests goes with --data or --store");
        } else if (database == null) {
            return CapyServer.builder(first.begin(Store.inMemory()));
        }
        database.measure(metrics.store());
        CapyServerBuilder builder = CapyServer.builder().keep(database, first).lease(lease);
        return address == null ? builder : builder.address(address.toString());
    }

    private FirstWorld firstWorld(WorldFile file) {
        ClockMode mode = clock == null ? ClockMode.REALTIME : clock;
        Instant start = mode == ClockMode.REALTIME ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : CapyClock.EPOCH;
        WorldOptions usual = WorldOptions.DEFAULT.edition(file.edition().orElse(WorldOptions.DEFAULT.edition()));
        return new FirstWorld(
                seed, start, mode, file.fixture(), said(usual), this::said, Optional.ofNullable(clock), mostRecords);
    }

    /** How a world is served as the options say, where they do. */
    private WorldOptions said(WorldOptions otherwise) {
        return otherwise
                .edition(edition == null ? otherwise.edition() : edition)
                .speed(speed == null ? otherwise.speed() : speed)
                .strict(strict || otherwise.strict());
    }

    private void check() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw refuse("--port must be from 0 to 65535, was " + port);
        }
        if (speed != null && (!(speed > 0) || Double.isInfinite(speed))) {
            throw refuse("--speed must be above 0, was " + speed);
        }
        if (mostRecords < 1) {
            throw refuse("--max-records must be above 0, was " + mostRecords);
        }
        if (lease.compareTo(CapyServer.SHORTEST_LEASE) < 0 || lease.compareTo(CapyServer.LONGEST_LEASE) > 0) {
            throw refuse("--lease must be from " + CapyServer.SHORTEST_LEASE + " to " + CapyServer.LONGEST_LEASE
                    + ", was " + lease);
        }
        if (address != null && (address.getScheme() == null || address.getHost() == null)) {
            throw refuse("--address must be a URL such as http://10.0.0.7:8080, was " + address);
        }
        if (address == null && storage.isShared() && EVERYWHERE.contains(host)) {
            throw refuse("--store with --host " + host + " needs --address URL, where other servers reach this one");
        }
        if (edition != null && !CapyServer.EDITIONS.contains(edition)) {
            throw refuse("--edition must be one of " + CapyServer.EDITIONS + ", was " + edition);
        }
        limits.refusal().ifPresent(refusal -> {
            throw refuse(refusal);
        });
    }

    private WorldFile worldFile() {
        try {
            if (fixture == null) {
                return new WorldFile(Fixture.demo(), Optional.empty(), List.of());
            }
            return Files.isDirectory(fixture) ? DirectoryFixture.read(fixture) : FixtureFile.readWorld(fixture);
        } catch (FixtureException e) {
            throw refuse(String.join(System.lineSeparator(), e.problems()));
        }
    }

    private String adminToken(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw refuse("--admin-token-file " + file + " is empty: put the token into it");
            }
            return token;
        } catch (IOException | UncheckedIOException e) {
            throw refuse("--admin-token-file " + file + " cannot be read");
        }
    }

    private CapyServer listening(CapyServerBuilder builder) {
        try {
            return builder.start();
        } catch (UncheckedIOException e) {
            closeDatabase();
            throw refuse(e.getMessage() + "; choose another --host or --port, where 0 is any free one");
        } catch (StoreException | CapyException e) {
            closeDatabase();
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException refuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
