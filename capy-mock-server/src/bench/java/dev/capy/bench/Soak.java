package dev.capy.bench;

import dev.capy.bench.load.Load;
import dev.capy.bench.load.RawRequest;
import dev.capy.bench.load.Result;
import dev.capy.bench.load.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a server at seven tenths of what it can do for half an hour, looks at it every minute, and fails when it holds more
 * at the end than at the start:
 *
 * <pre>{@code
 * mvn -Psoak verify -pl capy-mock-server -am -Dsoak.minutes=5
 * }</pre>
 *
 * <p>Half of the connections read one thread of the default world, whose journal is full after the first minute. The other
 * half create threads in a world that is opened for one minute and closed at its end, because threads stay.
 */
public final class Soak {

    private static final double SHARE = 0.7;
    private static final int SECONDS_IN_A_MINUTE = 60;

    /** Half of them create a thread that stays: a world that took more would need more than the heap that it has. */
    private static final int MOST_IN_A_WORLD = 100_000;

    private static final Pattern TOKEN = Pattern.compile("\"capy_demo\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String WORLDS = "/_capy/worlds";

    private final Settings settings;
    private final ServerProcess server;
    private final List<byte[]> gets;
    private final List<SoakSample> samples = new ArrayList<>();

    private Soak(Settings settings, ServerProcess server) {
        this.settings = settings;
        this.server = server;
        this.gets = Conversation.gets(server, settings.connections() / 2);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        Settings settings = Settings.ofSystemProperties();
        Files.createDirectories(settings.workplace());
        try (ServerProcess server = new Servers(settings).capy().start(settings, Conversation.PROBE)) {
            new Soak(settings, server).run(Integer.getInteger("soak.minutes", 30));
        }
    }

    private void run(int minutes) throws IOException {
        double perSecond = SHARE * mostPerSecond();
        int count = (int) (perSecond * SECONDS_IN_A_MINUTE);
        System.out.printf("%,.0f requests/s for %d minutes, %s%n%n", perSecond, minutes, settings.jvmFlags());
        System.out.printf("%6s %14s %10s %8s %8s %12s%n", "minute", "heap after GC", "RSS, MB", "files", "threads", "p99, ms");
        for (int minute = 1; minute <= minutes; minute++) {
            double p99 = inWorlds(count, perSecond);
            print(minute, SoakSample.of(server.pid(), server.residentMegabytes()), p99);
        }
        List<String> growth = new SoakVerdict(samples).growth();
        if (!growth.isEmpty()) {
            throw new IllegalStateException(String.join("; ", growth));
        }
        System.out.println("nothing grew");
    }

    /** The highest p99 of the worlds that it took, in milliseconds. */
    private double inWorlds(int count, double perSecond) throws IOException {
        double p99 = 0;
        for (int left = count; left > 0; left -= MOST_IN_A_WORLD) {
            int next = Math.min(left, MOST_IN_A_WORLD);
            p99 = Math.max(
                    p99, inAWorld(requests -> requests.open(next, perSecond)).p99());
        }
        return p99;
    }

    private void print(int minute, SoakSample sample, double p99) {
        samples.add(sample);
        System.out.printf(
                "%6d %,14d %10.0f %8d %8d %12.2f%n",
                minute, sample.heap(), sample.resident(), sample.files(), sample.threads(), p99);
    }

    private double mostPerSecond() throws IOException {
        inAWorld(requests -> requests.closed(settings.requests()));
        return inAWorld(requests -> requests.closed(settings.requests())).perSecond();
    }

    @FunctionalInterface
    private interface Work {
        Result with(Load requests) throws IOException;
    }

    private Result inAWorld(Work work) throws IOException {
        String world = ask(RawRequest.post(WORLDS, "", "{\"clock\":\"manual\"}"));
        List<byte[]> requests = new ArrayList<>(gets);
        requests.addAll(Conversation.posts(found(TOKEN, world), settings.connections() / 2));
        try (Load load = new Load(server.port(), requests)) {
            return work.with(load);
        } finally {
            ask(RawRequest.delete(WORLDS + "/" + found(ID, world)));
        }
    }

    private String ask(byte[] request) {
        return ServerProcess.ask(server.port(), request);
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("no world: " + answer);
        }
        return matcher.group(1);
    }
}
