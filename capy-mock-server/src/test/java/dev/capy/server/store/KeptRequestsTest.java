package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that a server writes down in its database. */
class KeptRequestsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void areThereWithoutTheirSecrets(Engine engine) {
        Engine.Place place = engine.place(directory);
        try (Database database = place.open();
                TestServer server = TestServer.keeping(database, how -> how.keepRequests(true))) {
            server.api()
                    .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a\\u0000b'}"))
                    .ok();
            server.as("capy_nobody").get("/v1/projects");
        }

        try (Database database = place.open()) {
            List<Map<String, Object>> rows = database.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT world, method, path, operation, user_id, status FROM requests ORDER BY number")
                            .mapToMap()
                            .list());
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0))
                    .containsEntry("world", "default")
                    .containsEntry("method", "POST")
                    .containsEntry("operation", "createAndStartThread")
                    .containsEntry("user_id", "user_owner")
                    .containsEntry("status", 200);
            assertThat(rows.get(1)).containsEntry("status", 401).containsEntry("user_id", null);
            assertThat(rows.toString()).doesNotContain("capy_nobody");
        }
    }
}
