package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentsTest {

    private static final String AGENTS = "/companies/co_demo/agents";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private static List<String> roles(Answer answer) {
        List<String> roles = new ArrayList<>();
        answer.data(200).forEach(agent -> roles.add(agent.path("role").asText()));
        return roles;
    }

    @Test
    void areListedByStatus() {
        server.capx().post(AGENTS + "/engineer/pause").data(200);

        assertThat(roles(server.capx().get(AGENTS))).containsExactly("marketer", "engineer", "strategist");
        assertThat(roles(server.capx().get(AGENTS + "?status=paused"))).containsExactly("engineer");
        server.capx().get(AGENTS + "?status=").refused(400, "invalid_request");
    }

    @Test
    void areAddedForThreeCredits() {
        Answer answer = server.capx().post(AGENTS, Json.text("""
                        {
                          'role': 'researcher',
                          'adapter': 'gpt',
                          'instructions': 'Find sources.',
                          'config': {'heartbeat_interval': 60, 'budget_limit_daily': 10.00, 'tools': ['web_search']}
                        }
                        """));

        JsonNode agent = answer.data(201);
        assertThat(agent.path("id").asText()).startsWith("ag_");
        assertThat(agent.path("status").asText()).isEqualTo("initializing");
        assertThat(answer.text())
                .contains(Json.text("{'heartbeat_interval':60,'budget_limit_daily':10.00,'tools':['web_search']}"));
        assertThat(answer.json().at("/meta/credits_used").asInt()).isEqualTo(3);
        server.world().clock().runUntilIdle();
        assertThat(server.capx()
                        .get(AGENTS + "/researcher")
                        .data(200)
                        .path("status")
                        .asText())
                .isEqualTo("active");
    }

    @Test
    void areOneOfARole() {
        server.capx()
                .post(AGENTS, Json.text("{'role': 'engineer', 'adapter': 'claude', 'instructions': 'Build.'}"))
                .refused(409, "conflict");
    }

    @Test
    void areFoundByRoleAndById() {
        JsonNode byRole = server.capx().get(AGENTS + "/engineer").data(200);

        assertThat(server.capx().get(AGENTS + "/ag_demo_engineer").data(200)).isEqualTo(byRole);
        server.capx().get(AGENTS + "/nobody").refused(404, "not_found");
    }

    @Test
    void areUpdatedFieldByField() {
        JsonNode agent = server.capx()
                .patch(AGENTS + "/engineer", Json.text("{'budget': 40, 'config': {'tools': ['deploy']}}"))
                .data(200);

        assertThat(agent.path("budget").intValue()).isEqualTo(40);
        assertThat(agent.at("/config/heartbeat_interval").intValue()).isEqualTo(3_600);
        assertThat(agent.at("/config/tools/0").asText()).isEqualTo("deploy");
    }

    @Test
    void areRemoved() {
        server.capx().request("DELETE", AGENTS + "/engineer").send().data(200);

        assertThat(roles(server.capx().get(AGENTS))).containsExactly("marketer", "strategist");
    }

    @Test
    void haveAHeartbeatWhenTheyAreWoken() {
        server.capx().post(AGENTS + "/engineer/wake").data(202);
        server.world().clock().runUntilIdle();

        assertThat(server.capx()
                        .get(AGENTS + "/engineer")
                        .data(200)
                        .path("last_heartbeat")
                        .asText())
                .isEqualTo("2026-01-01T00:00:00Z");
        assertThat(server.capx()
                        .get("/activity?type=heartbeat&agent_id=ag_demo_engineer")
                        .data(200))
                .hasSize(1);
    }

    @Test
    void doNothingWhileTheyArePaused() {
        assertThat(server.capx()
                        .post(AGENTS + "/engineer/pause")
                        .data(200)
                        .path("status")
                        .asText())
                .isEqualTo("paused");
        server.capx().post(AGENTS + "/engineer/wake").refused(409, "conflict");

        assertThat(server.capx()
                        .post(AGENTS + "/engineer/resume")
                        .data(200)
                        .path("status")
                        .asText())
                .isEqualTo("active");
        server.capx().post(AGENTS + "/engineer/wake").data(202);
    }
}
