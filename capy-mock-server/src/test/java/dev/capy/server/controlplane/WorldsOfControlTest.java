package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every operation of the control plane is on a world that is there. */
class WorldsOfControlTest {

    private static final Set<String> OF_NO_WORLD = Set.of("getHealth", "listWorlds", "openWorld");

    private static final Map<String, String> BODIES = Map.of(
            "advanceClock", "{'by': 'PT1S'}",
            "advanceClockTo", "{'to': '2027-01-01T00:00:00Z'}",
            "putState", "{'version': 1}",
            "diffState", "{'before': {'version': 1}}",
            "runUntil", "{'task': 'x', 'status': 'queued'}",
            "addScripts", "{'scripts': [{'name': 'a', 'captain': []}]}",
            "startThread", "{'projectId': 'proj_demo', 'prompt': 'a'}",
            "capSpending", "{'cap': 1}",
            "reportCheck", "{'branch': 'main', 'name': 'test'}");

    private static final Map<String, String> QUERIES =
            Map.of("listCommands", "&task=DEMO-1", "listChecks", "&branch=main");

    @Test
    void isRefusedInAnyOther() {
        try (TestServer server = TestServer.manual()) {
            String before = server.world().digest();
            for (Operation operation : Edition.load("control").operations()) {
                if (!OF_NO_WORLD.contains(operation.id())) {
                    Answer answer = call(server, operation);
                    answer.refused(404, "not_found");
                    assertThat(answer.message()).as(operation.toString()).isEqualTo("There is no world nowhere");
                }
            }
            assertThat(server.world().digest()).isEqualTo(before);
        }
    }

    private static Answer call(TestServer server, Operation operation) {
        String path = operation
                .path()
                .replace("{number}", "1")
                .replace("{id}", "nowhere")
                .replaceAll("[{}]", "");
        String query = "?world=nowhere" + QUERIES.getOrDefault(operation.id(), "");
        return server.control()
                .request(operation.method(), path + query)
                .json(Json.text(BODIES.getOrDefault(operation.id(), "{}")))
                .send();
    }
}
