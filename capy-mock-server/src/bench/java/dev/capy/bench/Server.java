package dev.capy.bench;

import dev.capy.bench.load.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One of the servers that are compared.
 *
 * @param name what its column is called
 * @param command starts it on a port
 * @param cycle how the benchmark inside a JVM calls it, with the jars it needs
 */
record Server(String name, IntFunction<List<String>> command, InJvm cycle) {

    /**
     * What the benchmark inside a JVM needs.
     *
     * @param name what it calls the server
     * @param classPath the server's own
     */
    record InJvm(String name, String classPath) {}

    ServerProcess start(Settings settings, byte[] probe) throws IOException {
        int port = ServerProcess.freePort();
        return new ServerProcess(
                new ArrayList<>(command.apply(port)),
                settings.jvmFlags(),
                port,
                probe,
                settings.workplace().resolve(name + ".log"));
    }
}
