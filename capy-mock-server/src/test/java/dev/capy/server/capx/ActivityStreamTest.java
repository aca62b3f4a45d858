package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.EventClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivityStreamTest {

    private static final String TASK = Json.text("{'title': 'Write a page'}");

    @Test
    void tellsWhatHappensInOrder() {
        try (TestServer server = TestServer.manual();
                EventClient stream = server.capxStream("/activity/stream", "activity")) {
            server.capx().post("/companies/co_demo/tasks", TASK).data(201);
            server.world().clock().runUntilIdle();

            List<String> told = new ArrayList<>();
            for (Map<String, String> event = stream.event(); ; event = stream.event()) {
                told.add(event.getOrDefault("id", ""));
                if (event.getOrDefault("data", "").contains("Completed task")) {
                    break;
                }
            }

            List<String> listed = new ArrayList<>();
            server.capx()
                    .get("/activity")
                    .data()
                    .forEach(event -> listed.add(0, event.path("id").asText()));
            assertThat(told).isEqualTo(listed.subList(0, told.size())).hasSizeGreaterThan(2);
        }
    }

    @Test
    void goesOnAfterTheEventThatTheReaderHasSeen() {
        try (TestServer server = TestServer.manual()) {
            server.capx().post("/companies/co_demo/tasks", TASK).data(201);
            server.world().clock().runUntilIdle();

            try (EventClient stream = server.capxStream(
                    "/companies/co_demo/activity?stream=true", "activity", "Last-Event-ID: evt_001")) {
                Map<String, String> event = stream.event();
                assertThat(event).containsEntry("id", "evt_002").containsKey("event");
                assertThat(Json.parse(event.getOrDefault("data", ""))
                                .path("company_id")
                                .asText())
                        .isEqualTo("co_demo");
            }
        }
    }

    @Test
    void tellsOnlyWhatIsRead() {
        try (TestServer server = TestServer.manual();
                EventClient stream = server.capxStream("/activity/stream?type=heartbeat", "activity")) {
            server.capx().post("/companies/co_demo/tasks", TASK).data(201);

            server.world().clock().runUntilIdle();

            assertThat(stream.event()).containsEntry("event", "heartbeat");
        }
    }

    @Test
    void letsAWorldThatPollsMoveGoOn() {
        try (TestServer server = TestServer.start(ClockMode.ON_POLL);
                EventClient stream = server.capxStream("/activity/stream?type=heartbeat", "activity")) {
            server.capx().post("/companies/co_demo/tasks", TASK).data(201);

            assertThat(stream.event()).containsEntry("event", "heartbeat");
        }
    }

    @Test
    void refusesAnIdThatIsNone() {
        try (TestServer server = TestServer.manual()) {
            Answer answer = server.capx()
                    .request("GET", "/activity/stream")
                    .header("Last-Event-ID", "x")
                    .send()
                    .refused(400, "invalid_request");

            assertThat(answer.fields()).hasSize(1).first().asString().startsWith("Last-Event-ID: must be the id of");
        }
    }

    @Test
    void tellsWhatAnAgentLogs() {
        try (TestServer server = TestServer.manual()) {
            server.capx().post("/companies/co_demo/tasks", TASK).data(201);
            server.world().clock().runUntilIdle();
            String role = Json.parse(server.capx()
                            .get("/companies/co_demo/tasks")
                            .data()
                            .path(0)
                            .toString())
                    .path("agent_id")
                    .asText();

            try (EventClient stream = server.capxStream("/companies/co_demo/agents/" + role + "/logs", "logs")) {
                Map<String, String> line = stream.event();
                assertThat(line).containsEntry("event", "log").containsKey("id");
                assertThat(Json.parse(line.getOrDefault("data", ""))
                                .path("agent_id")
                                .asText())
                        .isEqualTo(role);

                server.capx()
                        .request("DELETE", "/companies/co_demo/agents/" + role)
                        .send()
                        .data(200);
                List<String> block = stream.block();
                while (!block.isEmpty() && !block.get(0).startsWith(":")) {
                    block = stream.block();
                }
                assertThat(block).containsExactly(": the agent is gone");
            }
        }
    }
}
