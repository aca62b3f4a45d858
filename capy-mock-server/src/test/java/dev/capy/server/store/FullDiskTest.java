package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more for a while. */
class FullDiskTest {

    private static final String THREAD = Json.text("{'projectId': 'proj_demo', 'prompt': 'Hello.'}");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    @TempDir
    Path directory;

    @Test
    void refusesWritesGoesOnReadingAndRecoversByItself() {
        FullDisk disk = new FullDisk(directory);
        String first;
        String last;
        try (Database database = Database.in(directory, FullDisk.PREFIX, Long.MAX_VALUE);
                TestServer server = TestServer.keeping(database, how -> how)) {
            first = server.api().post("/v1/threads", THREAD).ok().path("id").asText();

            disk.fill();
            Answer refused = server.api().post("/v1/threads", THREAD);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("retry-after")).hasValue("1");
            assertThat(server.api().get("/v1/threads/" + first).status()).isEqualTo(200);
            assertThat(server.api().get("/v1/threads?projectId=proj_demo").ok().path("items"))
                    .hasSize(1);
            assertThat(server.api().post("/v1/threads", THREAD).status()).isEqualTo(503);
            assertThat(server.control().post("/state/reset").status()).isEqualTo(503);
            assertThat(server.control()
                            .put("/clock", Json.text("{'mode': 'on-poll'}"))
                            .status())
                    .isEqualTo(503);
            assertThat(server.control().get("/clock").ok().path("mode").asText())
                    .isEqualTo("manual");

            disk.empty();
            until(() -> server.api().post("/v1/threads", THREAD).status() == 200);
            last = server.api().post("/v1/threads", THREAD).ok().path("id").asText();
        }

        try (Database database = Database.in(directory);
                TestServer server = TestServer.keeping(database, how -> how)) {
            assertThat(database.worlds().problems("default")).isEmpty();
            assertThat(server.api().get("/v1/threads?projectId=proj_demo").ok().findValuesAsText("id"))
                    .contains(first, last);
        }
    }

    private static void until(BooleanSupplier condition) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(limit);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
