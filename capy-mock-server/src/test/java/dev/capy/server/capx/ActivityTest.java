package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private final TestServer server = TestServer.manual();

    @BeforeEach
    void work() {
        server.capx()
                .post("/companies/co_demo/tasks", Json.text("{'title': 'Think', 'agent_id': 'ag_demo_engineer'}"))
                .data(201);
        server.world().clock().runUntilIdle();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsWhoDidWhat() {
        JsonNode completed =
                server.capx().get("/activity?type=task&limit=1").data(200).path(0);

        assertThat(completed.path("action").asText()).isEqualTo("completed");
        assertThat(completed.path("summary").asText()).isEqualTo("Completed task: Think");
        assertThat(completed.path("actor").toString())
                .isEqualTo(Json.text("{'type':'agent','id':'ag_demo_engineer','role':'engineer'}"));
        assertThat(completed.at("/resource/type").asText()).isEqualTo("task");
        assertThat(completed.path("company_id").asText()).isEqualTo("co_demo");
    }

    @Test
    void isListedNewestFirstPageByPage() {
        JsonNode all = server.capx().get("/activity").data(200);
        JsonNode first = server.capx().get("/activity?limit=1").json();
        JsonNode second = server.capx()
                .get("/activity?limit=1&cursor=" + first.at("/meta/next_cursor").asText())
                .data(200);

        assertThat(first.at("/data/0")).isEqualTo(all.path(0));
        assertThat(second.path(0)).isEqualTo(all.path(1));
    }

    @Test
    void isThatOfOneCompany() {
        server.capx()
                .post("/companies", Json.text("{'name': 'other', 'template': 'default'}"))
                .data(201);

        assertThat(server.capx().get("/companies/co_demo/activity").data(200))
                .isEqualTo(server.capx().get("/activity?company_id=co_demo").data(200))
                .allSatisfy(
                        event -> assertThat(event.path("company_id").asText()).isEqualTo("co_demo"));
        server.capx().get("/activity?company_id=co_none").refused(404, "not_found");
    }

    @Test
    void isThatOfATime() {
        server.world().clock().advance(Duration.ofMinutes(10));
        server.capx().post("/companies/co_demo/pause").data(200);

        assertThat(server.capx().get("/activity?since=2026-01-01T00:05:00Z").data(200))
                .hasSize(1);
        assertThat(server.capx().get("/activity?until=2025-12-31T23:59:59Z").data(200))
                .isEmpty();
        server.capx().get("/activity?since=yesterday").refused(400, "invalid_request");
    }

    @Test
    void addsUpToTheCosts() {
        long spent = 0;
        for (JsonNode event : server.capx().get("/activity?limit=200").data(200)) {
            spent += event.path("cost").asLong();
        }

        JsonNode costs = server.capx().get("/costs?period=day").data(200);

        assertThat(costs.path("total").asLong()).isEqualTo(spent).isPositive();
        assertThat(costs.path("currency").asText()).isEqualTo("credits");
        assertThat(9_995
                        - server.capx()
                                .get("/costs")
                                .json()
                                .at("/meta/credits_remaining")
                                .asLong())
                .isEqualTo(spent);
    }

    @Test
    void isBrokenDownByWhatIsAskedFor() {
        JsonNode byAgent = server.capx().get("/companies/co_demo/costs").data(200);

        assertThat(byAgent.path("breakdown"))
                .anySatisfy(part -> assertThat(part.path("role").asText()).isEqualTo("engineer"));
        assertThat(server.capx()
                        .get("/costs?group_by=day")
                        .data(200)
                        .at("/breakdown/0/day")
                        .asText())
                .isEqualTo("2026-01-01");
        assertThat(server.capx().get("/costs?group_by=model").data(200).path("breakdown"))
                .anySatisfy(part -> assertThat(part.path("model").asText()).startsWith("claude-"));
        assertThat(server.capx()
                        .get("/costs?since=2026-01-01T01:00:00Z")
                        .data(200)
                        .path("total")
                        .asInt())
                .isZero();
    }
}
