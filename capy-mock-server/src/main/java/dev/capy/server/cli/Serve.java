package dev.capy.server.cli;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import dev.capy.server.fixture.DirectoryFixture;
import dev.capy.server.fixture.FixtureException;
import dev.capy.server.fixture.FixtureFile;
import dev.capy.server.fixture.WorldFile;
import dev.capy.server.store.Database;
import dev.capy.server.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            defaultValue = "realtime",
            converter = ClockModeConverter.class,
            description = "What makes time move: realtime, on-poll or manual.")
    private ClockMode clock = ClockMode.REALTIME;

    @Option(names = "--speed", defaultValue = "60", description = "Seconds that pass in one real second.")
    private double speed;

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

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Directory that keeps the world: it goes on from there when the server is started again. A fixture, a seed"
                        + " and the time count for a new one alone. In memory unless it is given."
            })
    private @Nullable Path data;

    @Option(names = "--strict", description = "Answer 500 when an answer would break the API's own document.")
    private boolean strict;

    @Option(
            names = "--admin-token-file",
            paramLabel = "FILE",
            description = "File with the bearer token that the control plane asks for, from wherever it is called.")
    private @Nullable Path adminTokenFile;

    private @Nullable Database database;

    @Override
    public Integer call() {
        CapyServer server = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "capy-shutdown"));
        PrintWriter out = spec.commandLine().getOut();
        new Banner(server).print(out);
        out.flush();
        return 0;
    }

    private void end(CapyServer server) {
        server.close();
        if (database != null) {
            database.close();
        }
    }

    /** The server that the options describe, listening. */
    CapyServer start() {
        check();
        WorldFile file = worldFile();
        file.notes().forEach(spec.commandLine().getErr()::println);
        CapyServer.Builder builder = CapyServer.builder(world(file.fixture()))
                .host(host)
                .port(port)
                .edition(edition != null ? edition : file.edition().orElse(CapyServer.EDITIONS.get(0)))
                .speed(speed)
                .strict(strict);
        allowedHosts.forEach(builder::allowHost);
        allowedWebhookHosts.forEach(builder::allowWebhookHost);
        if (adminTokenFile != null) {
            builder.adminToken(adminToken(adminTokenFile));
        }
        return listening(builder);
    }

    private CapyWorld world(Fixture beginning) {
        Instant start = clock == ClockMode.REALTIME ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : CapyClock.EPOCH;
        if (data == null) {
            return CapyWorld.builder()
                    .seed(seed)
                    .clock(clock)
                    .startingAt(start)
                    .fixture(beginning)
                    .build();
        }
        try {
            database = Database.in(data);
            return new DataDirectory(database).world(seed, start, clock, beginning);
        } catch (StoreException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    private void check() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw refuse("--port must be from 0 to 65535, was " + port);
        }
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw refuse("--speed must be above 0, was " + speed);
        }
        if (edition != null && !CapyServer.EDITIONS.contains(edition)) {
            throw refuse("--edition must be one of " + CapyServer.EDITIONS + ", was " + edition);
        }
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

    private CapyServer listening(CapyServer.Builder builder) {
        try {
            return builder.start();
        } catch (UncheckedIOException e) {
            throw refuse(e.getMessage() + "; choose another --host or --port, where 0 is any free one");
        }
    }

    private ParameterException refuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
