package dev.capy.server.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.CapyServer;
import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edition serves its own operations and its own document; another one's are not there. */
class AbsentOperationsTest {

    private static final Map<String, EditionServer> WORLDS =
            CapyServer.EDITIONS.stream().collect(Collectors.toMap(Function.identity(), EditionServer::new));

    @AfterAll
    static void close() {
        WORLDS.values().forEach(EditionServer::close);
    }

    @TestFactory
    Stream<DynamicNode> areNotFound() {
        return WORLDS.entrySet().stream()
                .map(world -> dynamicContainer(
                        world.getKey(),
                        CapyServer.EDITIONS.stream()
                                .flatMap(name -> Edition.load("capy-" + name).operations().stream())
                                .filter(operation -> Edition.load("capy-" + world.getKey())
                                        .operation(operation.id())
                                        .isEmpty())
                                .map(operation ->
                                        dynamicTest(operation.id(), () -> absent(world.getValue(), operation)))));
    }

    /** No path is shared by an operation that an edition has and one that it lacks: each one is not found. */
    private static void absent(EditionServer world, Operation operation) {
        String path = operation.path().replace("{projectId}", "proj_demo").replaceAll("\\{[a-zA-Z]+}", "a");

        int status = world.api.request(operation.method(), path).send().status();

        assertThat(status).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06", "2026-07"})
    void theDocumentIsTheEditionsOwn(String edition) {
        JsonNode served = WORLDS.get(edition).api.get("/openapi.json").ok();

        assertThat(served).isEqualTo(Edition.load("capy-" + edition).document());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-06", "2026-07"})
    void aTaskIsFoundByItsIdAndByItsIdentifier(String edition) {
        try (EditionServer world = new EditionServer(edition)) {
            world.finished();
            JsonNode task = world.api.get("/v1/tasks/DEMO-1").ok();
            String id = task.path("id").asText();

            assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            assertThat(world.api.get("/v1/tasks/" + id).ok()).isEqualTo(task);
            assertThat(world.api.get("/v1/tasks/" + id + "/diff").ok())
                    .isEqualTo(world.api.get("/v1/tasks/DEMO-1/diff").ok());
        }
    }
}
