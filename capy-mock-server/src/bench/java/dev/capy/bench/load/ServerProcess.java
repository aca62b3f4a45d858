package dev.capy.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which ends with this object. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final int port;
    private final double startMillis;

    /**
     * Starts it and waits until it answers.
     *
     * @param jvmFlags what every JVM that is started gets
     * @param probe asks for something that is a success as soon as the server serves
     */
    public ServerProcess(List<String> command, String jvmFlags, int port, byte[] probe, Path log) throws IOException {
        this.port = port;
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", jvmFlags);
        process = builder.start();
        try {
            awaitAnswer(probe, start + PATIENCE.toNanos(), log);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        startMillis = (System.nanoTime() - start) / 1e6;
    }

    private void awaitAnswer(byte[] probe, long deadline, Path log) throws IOException {
        while (ask(port, probe).isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("does not answer; see " + log);
            }
            pause(2);
        }
    }

    /** The answer, head and body; empty when there is none, or it is no success. */
    public static String ask(int port, byte[] request) {
        try (Selector selector = Selector.open();
                Connection connection = new Connection(port, request, selector)) {
            connection.send(System.nanoTime());
            while (!connection.read()) {
                selector.select(PATIENCE.toMillis());
                selector.selectedKeys().clear();
            }
            return connection.answer();
        } catch (IOException e) {
            return "";
        }
    }

    /** A port that is free now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** From the start of the process to its first success. */
    public double startMillis() {
        return startMillis;
    }

    /** What it has used of all processors, threads that ended included; zero where the system does not say. */
    public Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it holds of the memory of the machine, in MB; not a number where the system does not say. */
    public double residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
