package dev.capy.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Boots very many machines in virtual time, in a JVM of its own, which prints what that took. */
record Simulation(Settings settings, int machines) {

    private static final String MAIN = "dev.capy.core.bench.BootBenchmark";
    private static final String HEAP = "-Xmx4g";

    /** One thread that fills a large heap with what stays: pauses do not matter, barriers and page tables do. */
    private static final List<String> COLLECTOR = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages", "-Xms4g");

    /** Prints nothing where the core's tests have not been compiled, or nothing is to be booted. */
    void run() throws IOException, InterruptedException {
        Path tests = settings.directory().resolve("../../capy-core/target/test-classes");
        if (machines == 0 || !Files.exists(tests.resolve(MAIN.replace('.', '/') + ".class"))) {
            return;
        }
        System.out.printf("%nSimulation, heap %s%n", HEAP);
        System.out.flush();
        new ProcessBuilder(command(tests)).inheritIO().start().waitFor();
    }

    private List<String> command(Path tests) {
        List<String> command = new ArrayList<>(List.of(Settings.java(), HEAP));
        command.addAll(COLLECTOR);
        command.addAll(List.of(
                "-cp",
                tests + File.pathSeparator + settings.jar("capy-mock-server.jar"),
                MAIN,
                "" + machines,
                "boots"));
        return command;
    }
}
