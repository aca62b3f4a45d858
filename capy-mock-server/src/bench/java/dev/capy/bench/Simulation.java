package dev.capy.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Boots very many machines in virtual time, in a JVM of its own, which prints what that took. */
record Simulation(Settings settings, int machines) {

    private static final String MAIN = "dev.capy.core.bench.BootBenchmark";
    private static final String HEAP = "-Xmx4g";

    /** Prints nothing where the core's tests have not been compiled, or nothing is to be booted. */
    void run() throws IOException, InterruptedException {
        Path tests = settings.directory().resolve("../../capy-core/target/test-classes");
        if (machines == 0 || !Files.exists(tests.resolve(MAIN.replace('.', '/') + ".class"))) {
            return;
        }
        System.out.printf("%nSimulation, heap %s%n", HEAP);
        System.out.flush();
        new ProcessBuilder(List.of(
                        Settings.java(),
                        HEAP,
                        "-cp",
                        tests + File.pathSeparator + settings.jar("capy-mock-server.jar"),
                        MAIN,
                        "" + machines,
                        "boots"))
                .inheritIO()
                .start()
                .waitFor();
    }
}
