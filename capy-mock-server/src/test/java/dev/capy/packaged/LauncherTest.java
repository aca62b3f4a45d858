package dev.capy.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.capy.server.testing.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that is handed out, as a person starts it. */
@Tag("packaged")
class LauncherTest {

    private static final Path FOLDER = Path.of(System.getProperty("packaged.folder"));
    private static final long MOST_BYTES = 20_000_000;
    private static final Pattern TIER = Pattern.compile("TieredStopAtLevel +:?= (\\d)");

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void hasAShell() {
        assumeThat(Path.of("/bin/sh")).isExecutable();
    }

    @Test
    void startsFromWhereverOneIsAndEndsWhenItIsAskedTo() throws Exception {
        answersAndEnds(FOLDER.resolve("bin/capy"), Map.of());
    }

    @Test
    void startsThroughALinkToALink() throws Exception {
        Files.createSymbolicLink(
                elsewhere.resolve("one"), copy(elsewhere.resolve("copy")).resolve("bin/capy"));
        Path two = Files.createDirectories(elsewhere.resolve("a b")).resolve("two");

        answersAndEnds(Files.createSymbolicLink(two, Path.of("../one")), Map.of());
    }

    @Test
    void startsWithAnArchiveThatDoesNotFit() throws Exception {
        Path copy = copy(elsewhere.resolve("a copy"));
        Files.writeString(copy.resolve("lib/capy.jsa"), "no archive");

        answersAndEnds(copy.resolve("bin/capy"), Map.of());
    }

    @Test
    void startsWithoutAnArchive() throws Exception {
        Path copy = copy(elsewhere.resolve("copy"));

        assertThat(copy.resolve("lib")).isDirectoryNotContaining("glob:**.{jsa,aot}");
        answersAndEnds(copy.resolve("bin/capy"), Map.of());
    }

    @Test
    void takesItsClassesFromTheArchive() throws Exception {
        assumeThat(FOLDER.resolve("lib")).isDirectoryContaining("glob:**.{jsa,aot}");
        Path log = elsewhere.resolve("classes");

        answersAndEnds(FOLDER.resolve("bin/capy"), Map.of("CAPY_JAVA_OPTS", "-Xlog:class+load:file=" + log));

        try (Stream<String> lines = Files.lines(log)) {
            assertThat(lines.filter(line -> line.contains(" dev.capy.server.CapyServer source: ")))
                    .singleElement()
                    .asString()
                    .contains("shared objects file");
        }
    }

    @Test
    void compilesForAShortLifeUnlessWorldsAreKept() throws Exception {
        assertThat(highestTier("--help")).isEqualTo(1);
        assertThat(highestTier("--data", "x", "--help")).isEqualTo(4);
        assertThat(highestTier("serve", "--store=x", "--help")).isEqualTo(4);
    }

    private int highestTier(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(FOLDER.resolve("bin/capy").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(line).directory(elsewhere.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("CAPY_JAVA_OPTS", "-XX:+PrintFlagsFinal");
        try (ChildJvm program = ChildJvm.start(command)) {
            Matcher flag = TIER.matcher(program.out());
            assertThat(program.exitCode()).isZero();
            assertThat(flag.find()).isTrue();
            return Integer.parseInt(flag.group(1));
        }
    }

    @Test
    void saysThatThereIsNoJava() throws Exception {
        try (ChildJvm program = start(FOLDER.resolve("bin/capy"), Map.of("JAVA_HOME", "/no/such/place"))) {
            assertThat(program.exitCode()).isEqualTo(127);
            assertThat(program.err()).contains("there is no /no/such/place/bin/java", "JAVA_HOME");
        }
    }

    @Test
    void isNotLarge() {
        assertThat(FOLDER.resolve("lib/capy-mock-server.jar"))
                .isRegularFile()
                .satisfies(jar -> assertThat(jar.toFile().length()).isLessThan(MOST_BYTES));
    }

    private void answersAndEnds(Path launcher, Map<String, String> environment) throws Exception {
        try (ChildJvm program = start(launcher, environment)) {
            String line = program.line();
            assertThat(line).matches("Capy is listening on http://127\\.0\\.0\\.1:\\d+");
            String control = line.replace("Capy is listening on ", "") + "/_capy";
            assertThat(get(control + "/health").statusCode()).isEqualTo(200);
            assertThat(get(control + "/metrics").body()).contains("jvm_memory_used_bytes", "process_cpu_usage");

            program.terminate();
            assertThat(program.exitCode()).isIn(0, 143);
            assertThat(program.err()).isEmpty();
        }
    }

    private static HttpResponse<String> get(String uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
    }

    private ChildJvm start(Path launcher, Map<String, String> environment) throws IOException {
        ProcessBuilder command = new ProcessBuilder(launcher.toString(), "--port", "0").directory(elsewhere.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().putAll(environment);
        return ChildJvm.start(command);
    }

    /** The folder without its archive. */
    private static Path copy(Path place) throws IOException {
        for (String file : List.of("bin/capy", "lib/capy-mock-server.jar")) {
            Files.createDirectories(place.resolve(file).getParent());
            Files.copy(FOLDER.resolve(file), place.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return place;
    }
}
