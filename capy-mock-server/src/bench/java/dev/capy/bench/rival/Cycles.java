package dev.capy.bench.rival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Prints how long it takes in a test's own JVM to start a server, ask it something and stop it, and what a test pays that
 * wants one, or a world, for itself alone.
 */
public final class Cycles {

    private static final long LONGEST_NANOS = 3_000_000_000L;
    private static final int FEWEST = 5;
    private static final int MOST = 2_000;

    private Cycles() {}

    /** Measures the server of this name. */
    public static void main(String[] arguments) {
        String name = arguments[0];
        double cycle = median(cycle(name));
        System.out.println(line("cycle", cycle));
        System.out.println(line("fresh", name.equals("CAPY") ? median(new CapyWorldCycle()) : cycle));
        System.exit(0);
    }

    private static Runnable cycle(String name) {
        return switch (name) {
            case "CAPY" -> new CapyCycle();
            case "WIREMOCK" -> new WireMockCycle();
            case "MOCKSERVER" -> new MockServerCycle();
            default -> new FloorCycle();
        };
    }

    private static String line(String name, double millis) {
        return String.format(Locale.ROOT, "%s=%.4f", name, millis);
    }

    private static double median(Runnable cycle) {
        repeat(cycle);
        List<Double> millis = repeat(cycle);
        Collections.sort(millis);
        return millis.get(millis.size() / 2);
    }

    private static List<Double> repeat(Runnable cycle) {
        List<Double> millis = new ArrayList<>();
        long start = System.nanoTime();
        while (millis.size() < FEWEST || (System.nanoTime() - start < LONGEST_NANOS && millis.size() < MOST)) {
            long before = System.nanoTime();
            cycle.run();
            millis.add((System.nanoTime() - before) / 1e6);
        }
        return millis;
    }
}
