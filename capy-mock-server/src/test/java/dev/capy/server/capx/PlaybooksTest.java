package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaybooksTest {

    private static final String PLAYBOOKS = "/companies/co_demo/playbooks";

    private static final String WEEKLY = """
            name: weekly
            trigger:
              schedule: "0 9 * * MON"
            steps:
              - role: marketer
                action: search_web
                params: {topic: news} # of the week
              - role: strategist
                action: evaluate
            """;

    private static final String TYPED = """
            playbook: report
            inputs:
              topic: {type: string, required: true}
              pages: {type: integer, default: 2}
            steps:
              - name: search
                agent: marketer
                tool: search_web
                with: {query: "${inputs.topic}"}
            """;

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private static String body(String name, String yaml) {
        ObjectNode body =
                new ObjectMapper().createObjectNode().put("name", name).put("yaml", yaml);
        body.putArray("tags").add("regular");
        return body.toString();
    }

    private JsonNode create(String name, String yaml) {
        return server.capx().post(PLAYBOOKS, body(name, yaml)).data(201);
    }

    @Test
    void areMadeOfYaml() {
        Answer answer = server.capx().post(PLAYBOOKS, body("weekly", WEEKLY));

        JsonNode playbook = answer.data(201);
        assertThat(playbook.path("step_count").asInt()).isEqualTo(2);
        assertThat(playbook.path("trigger").toString())
                .isEqualTo(Json.text("{'type':'schedule','schedule':'0 9 * * MON'}"));
        assertThat(playbook.path("status").asText()).isEqualTo("active");
        assertThat(answer.json().at("/meta/credits_used").asInt()).isEqualTo(3);
        assertThat(server.capx()
                        .get(PLAYBOOKS + "/" + playbook.path("id").asText())
                        .data(200)
                        .path("yaml")
                        .asText())
                .isEqualTo(WEEKLY);
    }

    @Test
    void areListedByTag() {
        create("weekly", WEEKLY);

        assertThat(server.capx().get("/playbooks?tag=regular").data(200))
                .isEqualTo(server.capx().get(PLAYBOOKS).data(200))
                .hasSize(1);
        assertThat(server.capx().get("/playbooks?tag=rare").data(200)).isEmpty();
        assertThat(server.capx().get("/playbooks?company_id=co_demo").data(200)).hasSize(1);
    }

    @Test
    void sayWhereTheirYamlIsBroken() {
        assertThat(server.capx()
                        .post(PLAYBOOKS, body("broken", "name: [a\nsteps: b"))
                        .refused(400, "invalid_request")
                        .fields())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("yaml: must be YAML, and is not, at line");
        assertThat(server.capx()
                        .post(PLAYBOOKS, body("empty", "name: a\nsteps: []"))
                        .refused(400, "invalid_request")
                        .fields())
                .anyMatch(field -> field.startsWith("yaml.steps: "));
    }

    @Test
    void runWithTypedInputs() {
        String id = create("report", TYPED).path("id").asText();

        JsonNode run = server.capx()
                .post("/playbooks/run", Json.text("{'playbook_id': '%s', 'inputs': {'topic': 'tea'}}".formatted(id)))
                .data(202);
        assertThat(run.path("inputs").toString()).isEqualTo(Json.text("{'pages':2,'topic':'tea'}"));
        assertThat(run.path("status").asText()).isEqualTo("running");
        server.world().clock().runUntilIdle();

        JsonNode runs = server.capx().get("/playbooks/" + id + "/runs").data(200);
        assertThat(runs)
                .isEqualTo(server.capx().get(PLAYBOOKS + "/" + id + "/runs").data(200))
                .hasSize(1);
        assertThat(runs.path(0).path("status").asText()).isEqualTo("completed");
        assertThat(runs.path(0).path("total_cost").asInt()).isPositive();
        assertThat(runs.path(0).at("/steps/0/id").asText()).isEqualTo("search");
        assertThat(server.capx()
                        .get(PLAYBOOKS + "/" + id + "/runs/" + run.path("id").asText())
                        .data(200))
                .isEqualTo(runs.path(0));
    }

    @Test
    void refuseInputsThatDoNotFit() {
        String path = PLAYBOOKS + "/" + create("report", TYPED).path("id").asText() + "/run";

        assertThat(server.capx()
                        .post(path, Json.text("{'inputs': {'pages': 'two', 'colour': 'red'}}"))
                        .refused(400, "invalid_request")
                        .fields())
                .anyMatch(field -> field.startsWith("inputs.topic: is missing"))
                .anyMatch(field -> field.startsWith("inputs.pages: must be of the type integer"))
                .anyMatch(field -> field.startsWith("inputs.colour: is no input"));
        server.capx().post(path).refused(400, "invalid_request");
    }

    @Test
    void areRunByTheOneCompanyThatTheyBelongTo() {
        String id = create("report", TYPED).path("id").asText();
        String other = server.capx()
                .post("/companies", Json.text("{'name': 'other', 'template': 'default'}"))
                .data(201)
                .path("id")
                .asText();

        server.capx()
                .post("/companies/" + other + "/playbooks/" + id + "/run", Json.text("{'inputs': {'topic': 'x'}}"))
                .refused(404, "not_found");
        server.capx("capx_sk_test_demo").get("/playbooks/" + id + "/runs").refused(404, "not_found");
    }
}
