package dev.capy.server.cluster;

import dev.capy.server.cli.Main;
import dev.capy.server.store.Engine;
import dev.capy.server.testing.ChildJvm;
import dev.capy.server.testing.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two server processes share a PostgreSQL database, and one is killed while clients write: its worlds go on in the other as
 * if nothing had happened. What happened is held against the same requests to one server in memory, record for record, so
 * nothing was lost and nothing ran twice.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KilledNodeTest {

    private static final int CLIENTS = Integer.getInteger("capy.kill.clients", 4);
    private static final String LEASE = System.getProperty("capy.kill.lease", "PT2S");

    @TempDir
    Path directory;

    private Engine.Place place;

    @BeforeEach
    void findAPlace() {
        place = Engine.POSTGRESQL.place(directory);
    }

    @Test
    void itsWorldsGoOnInTheOther() throws Exception {
        try (ChildJvm killed = start();
                ChildJvm survivor = start()) {
            String originOfKilled = killed.origin();
            String origin = survivor.origin();
            CountDownLatch busy = new CountDownLatch(CLIENTS);
            List<Writer> writers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                writers.add(new Writer(i % 2 == 0 ? originOfKilled : origin, origin, i, busy));
            }
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<CompletableFuture<Void>> ends = writers.stream()
                    .map(writer -> CompletableFuture.runAsync(writer, clients))
                    .toList();
            clients.shutdown();
            busy.await();
            killed.kill();
            long killedAt = System.nanoTime();
            writers.forEach(writer -> writer.killed(killedAt));
            ends.forEach(CompletableFuture::join);

            for (Writer writer : writers) {
                writer.assertAsIfNothingHadHappened();
            }
            System.out.printf(
                    "killed one of two nodes with %s of lease: its worlds answered again after %s ms%n",
                    LEASE,
                    writers.stream()
                            .filter(writer -> !writer.wasSpared())
                            .map(Writer::gap)
                            .toList());
        }
    }

    private ChildJvm start() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--clock", "manual", "--lease", LEASE));
        arguments.addAll(place.options());
        return ChildJvm.start(
                List.of(), Map.of("CAPY_STORE_USER", Postgres.USER), Main.class, arguments.toArray(String[]::new));
    }
}
