package dev.capy.bench;

import dev.capy.bench.load.Load;
import dev.capy.bench.load.Result;
import dev.capy.bench.load.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures this project beside its rivals, in rounds that each visit all of them, and prints one table of medians:
 *
 * <pre>{@code
 * mvn -Pbench verify -pl capy-mock-server -am
 * }</pre>
 *
 * <p>{@code -Dbench.rounds=1 -Dbench.requests=2000 -Dbench.machines=0} makes it quick and rough.
 */
public final class Benchmark {

    private static final double EQUAL_SHARE = 0.5;
    private static final int EQUAL_SECONDS = 4;
    private static final double MOST_OF_ITS_OWN = 0.8;
    private static final long IDLE_MILLIS = 2_000;

    private final Settings settings;
    private final Servers servers;
    private final Map<String, Figures> columns = new LinkedHashMap<>();
    private final Wrk wrk;

    private Benchmark(Settings settings) {
        this.settings = settings;
        this.servers = new Servers(settings);
        this.wrk = new Wrk(settings);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = Settings.ofSystemProperties();
        Files.createDirectories(settings.workplace());
        new Benchmark(settings).run();
    }

    private void run() throws IOException, InterruptedException {
        Conversation conversation;
        try (ServerProcess capy = servers.capy().start(settings, Conversation.PROBE)) {
            conversation = Conversation.with(capy);
        }
        List<Server> all = servers.all(conversation);
        all.forEach(server -> columns.put(server.name(), new Figures()));
        double[] equal = equalLoad(all.subList(0, 2));
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Server server : all) {
                System.out.printf("round %d: %s: ", round, server.name());
                visit(server, column(server), equal);
            }
        }
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Server server : all) {
                System.out.printf("round %d: %s in a JVM%n", round, server.name());
                new InJvmRun(settings, server).measure(column(server));
            }
        }
        print(equal);
        new Simulation(settings, Integer.getInteger("bench.machines", 1_000_000)).run();
    }

    private Figures column(Server server) {
        return columns.computeIfAbsent(server.name(), name -> new Figures());
    }

    /** Half of what the slower of two servers can do, for reading and for creating. */
    private double[] equalLoad(List<Server> two) throws IOException {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        for (Server server : two) {
            try (ServerProcess process = server.start(settings, Conversation.PROBE)) {
                least[0] = Math.min(least[0], calibrated(process, gets(process)));
                least[1] = Math.min(least[1], calibrated(process, posts()));
            }
        }
        return new double[] {EQUAL_SHARE * least[0], EQUAL_SHARE * least[1]};
    }

    private double calibrated(ServerProcess process, List<byte[]> requests) throws IOException {
        closed(process, requests);
        return closed(process, requests).perSecond();
    }

    private List<byte[]> gets(ServerProcess process) {
        return Conversation.gets(process, settings.connections());
    }

    private List<byte[]> posts() {
        return Conversation.posts(settings.connections());
    }

    private void visit(Server server, Figures figures, double[] equal) throws IOException, InterruptedException {
        try (ServerProcess process = server.start(settings, Conversation.PROBE)) {
            figures.add(Figure.START, process.startMillis());
            Thread.sleep(IDLE_MILLIS);
            figures.add(Figure.RSS_IDLE, process.residentMegabytes());
            List<byte[]> gets = gets(process);
            closed(process, gets);
            closed(process, posts());
            Result got = measured(process, gets, figures, Figure.GET_CPU);
            Result posted = measured(process, posts(), figures, Figure.POST_CPU);
            figures.add(Figure.RSS_LOADED, process.residentMegabytes());
            figures.add(Figure.GET_RATE, got.perSecond());
            figures.add(Figure.GET_P50, got.p50());
            figures.add(Figure.GET_P99, got.p99());
            figures.add(Figure.POST_RATE, posted.perSecond());
            figures.add(Figure.POST_P50, posted.p50());
            figures.add(Figure.POST_P99, posted.p99());
            System.out.printf("%,.0f GET/s, %,.0f POST/s%n", got.perSecond(), posted.perSecond());
            if (got.perSecond() * MOST_OF_ITS_OWN > equal[0] && posted.perSecond() * MOST_OF_ITS_OWN > equal[1]) {
                figures.add(Figure.GET_EQUAL_P99, open(process, gets, equal[0]).p99());
                figures.add(Figure.POST_EQUAL_P99, open(process, posts(), equal[1]).p99());
            }
            wrk.measure(process, figures);
        }
    }

    private Result measured(ServerProcess process, List<byte[]> requests, Figures figures, Figure cpu)
            throws IOException {
        Duration before = process.cpuTime();
        Result result = closed(process, requests);
        figures.add(cpu, process.cpuTime().minus(before).toNanos() / 1e3 / settings.requests());
        return result;
    }

    private Result closed(ServerProcess process, List<byte[]> requests) throws IOException {
        try (Load load = new Load(process.port(), requests)) {
            return load.closed(settings.requests());
        }
    }

    private Result open(ServerProcess process, List<byte[]> requests, double perSecond) throws IOException {
        try (Load load = new Load(process.port(), requests)) {
            return load.open((int) (perSecond * EQUAL_SECONDS), perSecond);
        }
    }

    private void print(double[] equal) {
        System.out.printf(
                "%nMedians of %d rounds, %,d requests of each kind at %d connections after as many to warm up.%n"
                        + "Every server on JDK %s with %s. Equal load: %,.0f GET/s, %,.0f POST/s.%n%n",
                settings.rounds(),
                settings.requests(),
                settings.connections(),
                Runtime.version(),
                settings.jvmFlags(),
                equal[0],
                equal[1]);
        new Table(columns, System.out).print();
    }
}
