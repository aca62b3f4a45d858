package dev.capy.core.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.capy.core.files.FileNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same scripts in this machine's {@code /bin/sh}, where that is dash, and in ours. */
class DashComparisonTest {

    private static final Path SHELL = Path.of("/bin/sh");

    private record Result(int exitCode, String stdout, String stderr, NavigableMap<String, String> files) {}

    /** The scripts of {@code dash-scripts.txt}, separated by lines of dashes. */
    static Stream<String> scripts() throws IOException {
        try (InputStream resource = DashComparisonTest.class.getResourceAsStream("dash-scripts.txt")) {
            assertThat(resource).isNotNull();
            String all = new String(resource.readAllBytes(), UTF_8);
            return Stream.of(all.split("(?m)^----\\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void behavesLikeDash(String script, @TempDir Path directory) throws Exception {
        assumeTrue(isDash(), "/bin/sh is no dash on this machine: nothing to compare with");

        Result real = real(script, directory);
        Result ours = ours(script);

        assertThat(ours.stdout()).as("stdout of%n%s", script).isEqualTo(real.stdout());
        assertThat(ours.exitCode())
                .as("exit code of%n%s%n%s%n%s", script, real, ours)
                .isEqualTo(real.exitCode());
        assertThat(ours.files()).as("files after%n%s", script).isEqualTo(real.files());
        assertThat(ours.stderr().isEmpty())
                .as("whether there are complaints after%n%s%n%s%n%s", script, real.stderr(), ours.stderr())
                .isEqualTo(real.stderr().isEmpty());
    }

    private static boolean isDash() throws IOException {
        return Files.exists(SHELL)
                && SHELL.toRealPath().getFileName().toString().equals("dash");
    }

    private static Result real(String script, Path directory) throws Exception {
        Path work = layOut(directory);
        Path out = directory.resolve("stdout");
        Path err = directory.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(SHELL.toString(), "-c", script)
                .directory(work.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", work.toString(), "LC_ALL", "C"));
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends: %s", script).isTrue();
        return new Result(process.exitValue(), text(out, work), text(err, work), files(work));
    }

    private static Path layOut(Path directory) throws IOException {
        Path work = directory.toRealPath().resolve("work");
        Files.createDirectories(work.resolve("empty"));
        for (Map.Entry<String, FileNode> entry :
                Scripts.disk().directory("/desk").orElseThrow().files().entrySet()) {
            Path file = work.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue().content().bytes());
            String mode = entry.getValue().isExecutable() ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
        return work;
    }

    private static String text(Path file, Path work) throws IOException {
        return Files.readString(file).replace(work.toString(), "/desk");
    }

    private static NavigableMap<String, String> files(Path work) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(work)) {
            walk.filter(Files::isRegularFile).forEach(paths::add);
        }
        NavigableMap<String, String> files = new TreeMap<>();
        for (Path path : paths) {
            boolean executable = Files.isExecutable(path)
                    && Files.getPosixFilePermissions(path)
                            .toString()
                            .toUpperCase(Locale.ROOT)
                            .contains("OWNER_EXECUTE");
            files.put(work.relativize(path).toString(), (executable ? "x " : "- ") + text(path, work));
        }
        return files;
    }

    private static Result ours(String script) {
        ShellSession session = new ShellSession(
                Scripts.disk(), "/desk", new TreeMap<>(Map.of("HOME", "/desk", "PATH", "/usr/bin:/bin")), "root");
        Outcome outcome = Shell.run(script, session, CommandRules.NONE.strictly(), Pace.EXACT, Scripts.TIMEOUT);
        NavigableMap<String, String> files = new TreeMap<>();
        Effects.apply(session.files(), outcome.effects(), outcome.duration())
                .directory("/desk")
                .orElseThrow()
                .files()
                .forEach((path, file) -> files.put(
                        path,
                        (file.isExecutable() ? "x " : "- ") + file.content().text()));
        return new Result(outcome.exitCode(), outcome.stdout(), outcome.stderr(), files);
    }
}
