package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreateCompanyTest {

    /** As published, and what it answers. */
    private static final String WANTED = Json.text("""
            {
              'name': 'acme-marketing',
              'template': 'saas-agency',
              'governance': {
                'spend_cap': 500,
                'approval_required': ['publish', 'outbound-email'],
                'kill_switch': true
              },
              'agents': [
                {'role': 'strategist', 'adapter': 'claude', 'model': 'claude-sonnet-4-6', 'budget': 200}
              ]
            }
            """);

    private static final String ANSWERED = Json.text("""
            {
              'success': true,
              'data': {
                'id': 'co_m4k9x2',
                'name': 'acme-marketing',
                'status': 'provisioning',
                'agents': [
                  {
                    'role': 'strategist',
                    'status': 'initializing',
                    'adapter': 'claude',
                    'model': 'claude-sonnet-4-6',
                    'budget': 200,
                    'used': 0
                  }
                ],
                'governance': {
                  'spend_cap': 500,
                  'approval_required': ['publish', 'outbound-email'],
                  'kill_switch': true
                },
                'created_at': '2026-05-25T10:30:00Z',
                'url': 'acme-marketing.capx.ai'
              },
              'meta': {'credits_used': 0, 'credits_remaining': 9995, 'request_id': 'req_a1b2c3d4'}
            }
            """);

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersTheGoverningFormAsPublished() {
        Answer answer = server.capx().post("/companies", WANTED);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(names(answer.json())).isEqualTo(names(Json.parse(ANSWERED)));
        assertThat(names(answer.json().path("data")))
                .isEqualTo(names(Json.parse(ANSWERED).path("data")));
        assertThat(timeless(answer.json())).isEqualTo(timeless(Json.parse(ANSWERED)));
        assertThat(answer.json().at("/data/id").asText()).startsWith("co_");
        assertThat(answer.json().at("/data/created_at").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }

    private static String names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList().toString();
    }

    private static JsonNode timeless(JsonNode answer) {
        ObjectNode copy = answer.deepCopy();
        copy.withObject("/data").put("id", "co_1").put("created_at", "now");
        copy.withObject("/meta").put("request_id", "req_1");
        return Json.parse(copy.toString());
    }

    @Test
    void answersTheConfiguringFormAsPublished() {
        Answer answer = server.capx().post("/companies", Json.text("""
                        {
                          'name': 'Research Division',
                          'description': 'Reads and reports',
                          'config': {
                            'governance': 'human_in_loop',
                            'budget_limit_daily': 50.00,
                            'timezone': 'America/New_York'
                          },
                          'agents': [{'role': 'researcher', 'adapter': 'claude', 'instructions': 'Find sources.'}]
                        }
                        """));

        JsonNode company = answer.data(201);
        assertThat(company.propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        "id", "name", "description", "status", "config", "agent_count", "created_at", "updated_at");
        assertThat(answer.text())
                .contains(Json.text("{'governance':'human_in_loop','budget_limit_daily':50.00,"
                        + "'timezone':'America/New_York'}"));
        assertThat(company.path("agent_count").intValue()).isEqualTo(1);
    }

    @Test
    void runsWhenItsAgentsAreReady() {
        String id =
                server.capx().post("/companies", WANTED).data(201).path("id").asText();

        server.world().clock().runUntilIdle();

        JsonNode company = server.capx().get("/companies/" + id).data();
        assertThat(company.path("status").asText()).isEqualTo("running");
        assertThat(company.at("/agents/0/status").asText()).isEqualTo("active");
    }

    @Test
    void numbersTheUrlsOfCompaniesOfOneName() {
        server.capx().post("/companies", WANTED).data(201);

        assertThat(server.capx()
                        .post("/companies", WANTED)
                        .data(201)
                        .path("url")
                        .asText())
                .isEqualTo("acme-marketing-2.capx.ai");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Answer answer = server.capx()
                .post(
                        "/companies",
                        Json.text("{'config': {'timezone': 3}, 'agents': [{'role': 'a', 'colour': 'red'}]}"))
                .refused(400, "invalid_request");

        assertThat(answer.fields())
                .anyMatch(field -> field.startsWith("agents[0].colour: is not a known field"))
                .anyMatch(field -> field.startsWith("config.timezone: "))
                .anyMatch(field -> field.startsWith("name: "));
    }

    @Test
    void wantsAgentsOrATemplate() {
        assertThat(server.capx()
                        .post("/companies", Json.text("{'name': 'x'}"))
                        .refused(400, "invalid_request")
                        .fields())
                .containsExactly("agents: must have at least one agent unless a template is given");
        assertThat(server.capx()
                        .post("/companies", Json.text("{'name': 'x', 'template': 'content'}"))
                        .data(201)
                        .path("agents"))
                .hasSize(3);
    }
}
