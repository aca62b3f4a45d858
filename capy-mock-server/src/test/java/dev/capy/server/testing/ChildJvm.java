package dev.capy.server.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program in a process of its own, usually with the class path of the tests. Thread-safe. */
public final class ChildJvm implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final CompletableFuture<String> err;

    private ChildJvm(Process process) {
        this.process = process;
        // the common pool has one thread on a small machine, and this takes as long as the program does
        this.err = CompletableFuture.supplyAsync(
                () -> text(process.getErrorStream()), work -> new Thread(work, "child-err").start());
    }

    /**
     * Starts a main class.
     *
     * @param options the JVM's own
     */
    public static ChildJvm start(List<String> options, Class<?> main, String... args) throws IOException {
        return start(options, Map.of(), main, args);
    }

    /**
     * Starts a main class.
     *
     * @param options the JVM's own
     * @param environment what its environment has besides
     */
    public static ChildJvm start(List<String> options, Map<String, String> environment, Class<?> main, String... args)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // it shares two cores with all other tests
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of("-cp", absoluteClassPath(), main.getName()));
        command.addAll(List.of(args));
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().putAll(environment);
        return start(program);
    }

    /** Starts a command that becomes a JVM. */
    public static ChildJvm start(ProcessBuilder command) throws IOException {
        return new ChildJvm(command.start());
    }

    private static String absoluteClassPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entries.add(new File(entry).getAbsolutePath());
        }
        return String.join(File.pathSeparator, entries);
    }

    /** All that it prints until it ends. */
    public String out() {
        return text(process.getInputStream());
    }

    /** Where the server listens that it is; fails when it is none. */
    public String origin() throws Exception {
        String line = line();
        if (!line.contains("http://")) {
            throw new AssertionError("no server: " + line + err());
        }
        return line.replaceFirst(".* ", "");
    }

    /** The next line that it prints; empty when it prints none any more. */
    public String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = process.getInputStream().read();
                c >= 0 && c != '\n';
                c = process.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    /** All that it complains of until it ends. */
    public String err() throws InterruptedException, ExecutionException, TimeoutException {
        return err.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Its exit code; fails when it does not end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + process.info());
        }
        return process.exitValue();
    }

    /** Asks it to end, as SIGTERM does. */
    public void terminate() {
        // of the process itself, this would also close what it has yet to say
        process.toHandle().destroy();
    }

    /** Ends it at once, as SIGKILL does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
