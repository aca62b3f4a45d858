package dev.capy.bench;

import dev.capy.bench.load.Load;
import dev.capy.bench.load.Result;
import dev.capy.bench.load.ServerProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures what it costs to keep worlds: threads created in a second where they are kept in memory, on H2 and on PostgreSQL,
 * in rounds that each visit all of them, and how long a server takes to start with what was made.
 *
 * <pre>{@code
 * mvn -Pbench verify -pl capy-mock-server -am -Dbench.main=dev.capy.bench.StoreBenchmark
 * }</pre>
 */
public final class StoreBenchmark {

    private static final String USER = "postgres";

    private final Settings settings;
    private final EmbeddedPostgres postgres;
    private final Map<String, Figures> columns = new LinkedHashMap<>();
    private int databases;

    private StoreBenchmark(Settings settings, EmbeddedPostgres postgres) {
        this.settings = settings;
        this.postgres = postgres;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Settings settings = Settings.ofSystemProperties();
        Files.createDirectories(settings.workplace());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            new StoreBenchmark(settings, postgres).run();
        }
    }

    private void run() throws IOException, SQLException {
        for (int round = 1; round <= settings.rounds(); round++) {
            visit("memory", List.of());
            visit("H2", List.of("--data", directory().toString()));
            visit("H2, forced", List.of("--data", directory().toString(), "--fsync"));
            visit("PostgreSQL", List.of("--store", database(), "--store-credentials", credentials().toString()));
        }
        System.out.printf(
                "%nMedians of %d rounds: %,d threads created at %d connections after as many to warm up, on JDK %s with"
                        + " %s.%n%n",
                settings.rounds(),
                settings.requests(),
                settings.connections(),
                Runtime.version(),
                settings.jvmFlags());
        new Table(columns, System.out).print();
    }

    private Path directory() throws IOException {
        return Files.createTempDirectory(settings.workplace(), "data");
    }

    private Path credentials() throws IOException {
        return Files.writeString(settings.workplace().resolve("credentials"), "user=" + USER + "\n");
    }

    private String database() throws SQLException {
        String name = "capy" + ++databases;
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name;
    }

    private void visit(String name, List<String> options) throws IOException {
        Figures figures = columns.computeIfAbsent(name, key -> new Figures());
        Server server = server(name, options);
        try (ServerProcess process = server.start(settings, Conversation.PROBE)) {
            figures.add(Figure.START, process.startMillis());
            created(process);
            Result result = created(process);
            figures.add(Figure.POST_RATE, result.perSecond());
            figures.add(Figure.POST_P50, result.p50());
            figures.add(Figure.POST_P99, result.p99());
            System.out.printf("%s: %,.0f POST/s%n", name, result.perSecond());
        }
        if (!options.isEmpty()) {
            try (ServerProcess again = server.start(settings, Conversation.PROBE)) {
                figures.add(Figure.RESTART, again.startMillis());
                System.out.printf("%s: %,.0f ms to start with them%n", name, again.startMillis());
            }
        }
    }

    private Result created(ServerProcess process) throws IOException {
        try (Load load = new Load(process.port(), Conversation.posts(settings.connections()))) {
            return load.closed(settings.requests());
        }
    }

    private Server server(String name, List<String> options) {
        Server capy = new Servers(settings).capy();
        return new Server(
                name,
                port -> Stream.concat(capy.command().apply(port).stream(), new ArrayList<>(options).stream())
                        .toList(),
                capy.cycle());
    }
}
