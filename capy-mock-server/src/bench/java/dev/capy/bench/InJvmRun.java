package dev.capy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Measures a server inside a JVM that it has with nobody but the one who asks it. */
record InJvmRun(Settings settings, Server server) {

    private static final String MAIN = "dev.capy.bench.rival.Cycles";

    void measure(Figures figures) throws IOException, InterruptedException {
        String printed = run();
        figures.add(Figure.CYCLE, value(printed, "cycle"));
        figures.add(Figure.FRESH, value(printed, "fresh"));
    }

    private String run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Settings.java(),
                        settings.jvmFlags(),
                        "-cp",
                        server.cycle().classPath(),
                        MAIN,
                        server.cycle().name()))
                .redirectError(settings.workplace()
                        .resolve(server.name() + "-in-jvm.log")
                        .toFile());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static double value(String printed, String name) {
        return printed.lines()
                .filter(line -> line.startsWith(name + "="))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
