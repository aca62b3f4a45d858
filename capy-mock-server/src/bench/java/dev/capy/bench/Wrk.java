package dev.capy.bench;

import dev.capy.bench.load.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks servers with {@code wrk} too, where it is installed. */
final class Wrk {

    private static final String DURATION = "3s";
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");

    private final Settings settings;
    private final Optional<Path> program = Stream.of(
                    System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(directory -> Path.of(directory, "wrk"))
            .filter(Files::isExecutable)
            .findFirst();

    Wrk(Settings settings) {
        this.settings = settings;
    }

    void measure(ServerProcess server, Figures figures) throws IOException, InterruptedException {
        if (program.isPresent()) {
            figures.add(Figure.GET_WRK, rate(server, Conversation.getScript(server)));
            figures.add(Figure.POST_WRK, rate(server, Conversation.postScript()));
        }
    }

    private double rate(ServerProcess server, String script) throws IOException, InterruptedException {
        Path file = settings.workplace().resolve("wrk.lua");
        Files.writeString(file, script);
        Process process = new ProcessBuilder(List.of(
                        program.orElseThrow().toString(),
                        "-t1",
                        "-c" + settings.connections(),
                        "-d" + DURATION,
                        "-s",
                        file.toString(),
                        "http://127.0.0.1:" + server.port()))
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher matcher = RATE.matcher(printed);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}
