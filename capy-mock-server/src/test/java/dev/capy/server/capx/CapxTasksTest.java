package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CapxTasksTest {

    private static final String TASKS = "/companies/co_demo/tasks";

    private final TestServer server = TestServer.of(world -> world.fixture(Fixture.demo()
            .script(Script.company(
                    "publishing",
                    When.prompt("publish"),
                    steps -> steps.think().use("publish").say("It is out.")))));

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode create(String quoted) {
        return server.capx().post(TASKS, Json.text(quoted)).data(201);
    }

    private JsonNode task(JsonNode created) {
        return server.capx().get(TASKS + "/" + created.path("id").asText()).data(200);
    }

    private void waitForPeople() {
        server.capx()
                .patch("/companies/co_demo", Json.text("{'config': {'governance': 'human_in_loop'}}"))
                .data(200);
    }

    private static List<String> titles(Answer answer) {
        List<String> titles = new ArrayList<>();
        answer.data(200).forEach(task -> titles.add(task.path("title").asText()));
        return titles;
    }

    @Test
    void areDoneByAnAgent() {
        JsonNode created = create("{'title': 'Think', 'metadata': {'a': 1.50, 'b': [null]}}");
        assertThat(created.path("status").asText()).isEqualTo("pending");
        assertThat(created.path("priority").asText()).isEqualTo("medium");
        assertThat(created.path("metadata").toString()).isEqualTo(Json.text("{'a':1.5,'b':[null]}"));

        server.world().clock().runUntilIdle();

        JsonNode done = task(created);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.path("result").asText()).isEqualTo("Done: Think");
        assertThat(done.path("cost").asInt()).isPositive();
        assertThat(done.path("completed_at").isNull()).isFalse();
    }

    @Test
    void areListedByWhatTheyAre() {
        create("{'title': 'a', 'agent_id': 'ag_demo_engineer', 'priority': 'low'}");
        server.world().clock().runUntilIdle();
        create("{'title': 'b', 'agent_id': 'ag_demo_marketer'}");
        create("{'title': 'c', 'agent_id': 'ag_demo_engineer'}");

        assertThat(titles(server.capx().get(TASKS))).containsExactly("c", "b", "a");
        assertThat(titles(server.capx().get(TASKS + "?status=completed"))).containsExactly("a");
        assertThat(titles(server.capx().get(TASKS + "?agent_id=ag_demo_engineer")))
                .containsExactly("c", "a");
        assertThat(titles(server.capx().get(TASKS + "?priority=low"))).containsExactly("a");
        assertThat(titles(server.capx().get(TASKS + "?since=2026-01-01T00:00:00Z")))
                .containsExactly("c", "b");
        server.capx().get(TASKS + "?limit=101").refused(400, "invalid_request");
    }

    @Test
    void areChangedUntilTheyBegin() {
        waitForPeople();
        JsonNode created = create("{'title': 'a'}");
        String path = TASKS + "/" + created.path("id").asText();

        assertThat(server.capx()
                        .patch(path, Json.text("{'title': 'b', 'priority': 'critical'}"))
                        .data(200)
                        .path("priority")
                        .asText())
                .isEqualTo("critical");

        server.capx().post(path + "/approve").data(200);
        server.world().clock().runUntilIdle();
        server.capx().patch(path, Json.text("{'title': 'c'}")).refused(409, "conflict");
    }

    @Test
    void waitForPeopleWhereTheyAreInTheLoop() {
        waitForPeople();
        JsonNode created = create("{'title': 'a'}");
        String path = TASKS + "/" + created.path("id").asText();
        assertThat(created.path("status").asText()).isEqualTo("pending_approval");
        assertThat(created.path("approval_id").asText()).startsWith("apr_");

        server.capx().post(path + "/approve", Json.text("{'note': 'fine'}")).data(200);
        server.world().clock().runUntilIdle();

        assertThat(task(created).path("status").asText()).isEqualTo("completed");
        server.capx().post(path + "/approve").refused(409, "conflict");
    }

    @Test
    void areRejectedWithFeedback() {
        waitForPeople();
        JsonNode created = create("{'title': 'a'}");

        JsonNode rejected = server.capx()
                .post(TASKS + "/" + created.path("id").asText() + "/reject", Json.text("{'feedback': 'Too dear.'}"))
                .data(200);

        assertThat(rejected.path("status").asText()).isEqualTo("rejected");
        assertThat(rejected.path("feedback").asText()).isEqualTo("Too dear.");
    }

    @Test
    void areRejectedWhenNobodyDecidesForADay() {
        waitForPeople();
        JsonNode created = create("{'title': 'a'}");

        server.world().clock().advance(Duration.ofHours(24));

        assertThat(task(created).path("status").asText()).isEqualTo("rejected");
    }

    @Test
    void askForApprovalOfWhatRequiresIt() {
        JsonNode created = create("{'title': 'Please publish'}");
        server.world().clock().runUntilIdle();
        assertThat(task(created).path("status").asText()).isEqualTo("pending_approval");

        JsonNode approval =
                server.capx().get("/approvals?status=pending").data(200).path(0);
        assertThat(approval.path("action_type").asText()).isEqualTo("publish");
        assertThat(approval.path("task_id")).isEqualTo(created.path("id"));
        assertThat(approval.path("expires_at").asText()).startsWith("2026-01-02T00:00:");
        assertThat(server.capx()
                        .post("/approvals/" + approval.path("id").asText() + "/approve")
                        .data(200)
                        .path("status")
                        .asText())
                .isEqualTo("approved");

        server.world().clock().runUntilIdle();
        assertThat(task(created).path("result").asText()).isEqualTo("It is out.");
    }

    @Test
    void areDecidedByTheirOwnIdsToo() {
        waitForPeople();
        JsonNode created = create("{'title': 'a'}");
        String id = created.path("id").asText();

        JsonNode approval = server.capx()
                .post("/approvals/" + id + "/reject", Json.text("{'feedback': 'no'}"))
                .data(200);

        assertThat(approval.path("status").asText()).isEqualTo("rejected");
        assertThat(approval.path("feedback").asText()).isEqualTo("no");
        server.capx().post("/approvals/" + id + "/reject").refused(409, "conflict");
        server.capx().post("/approvals/apr_none/approve").refused(404, "not_found");
    }
}
