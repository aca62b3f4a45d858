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

class CompaniesTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private String create(String name) {
        return server.capx()
                .post("/companies", Json.text("{'name': '%s', 'template': 'default'}".formatted(name)))
                .data(201)
                .path("id")
                .asText();
    }

    private static List<String> names(Answer answer) {
        List<String> names = new ArrayList<>();
        answer.data(200).forEach(company -> names.add(company.path("name").asText()));
        return names;
    }

    @Test
    void areListedNewestFirstPageByPage() {
        create("a");
        create("b");

        Answer first = server.capx().get("/companies?limit=2");
        assertThat(names(first)).containsExactly("b", "a");
        assertThat(first.json().at("/meta/has_more").asBoolean()).isTrue();

        create("c");
        String cursor = first.json().at("/meta/next_cursor").asText();
        Answer second = server.capx().get("/companies?limit=2&cursor=" + cursor);
        assertThat(names(second)).containsExactly("demo");
        assertThat(second.json().at("/meta/has_more").asBoolean(true)).isFalse();
        assertThat(second.json().at("/meta/next_cursor").isNull()).isTrue();
    }

    @Test
    void areListedByStatus() {
        create("a");

        assertThat(names(server.capx().get("/companies?status=provisioning"))).containsExactly("a");
        assertThat(names(server.capx().get("/companies?status=running"))).containsExactly("demo");
    }

    @Test
    void refuseACursorOfAnotherList() {
        create("a");
        String cursor = server.capx()
                .get("/companies?limit=1")
                .json()
                .at("/meta/next_cursor")
                .asText();

        Answer refused = server.capx().get("/companies?limit=1&status=running&cursor=" + cursor);

        assertThat(refused.refused(400, "invalid_request").fields())
                .containsExactly("cursor: must be the meta.next_cursor of an earlier page of this list");
    }

    @Test
    void areTellingAllWhenReadAlone() {
        server.capx()
                .post("/companies/co_demo/tasks", Json.text("{'title': 'Think'}"))
                .data(201);
        server.world().clock().runUntilIdle();

        JsonNode company = server.capx().get("/companies/co_demo").data(200);

        assertThat(company.path("status").asText()).isEqualTo("running");
        assertThat(company.path("agents")).hasSize(3);
        assertThat(company.at("/agents/0/id").asText()).isEqualTo("ag_demo_strategist");
        assertThat(company.at("/costs/total").asInt()).isPositive();
        assertThat(company.path("recent_activity")).isNotEmpty();
        assertThat(company.path("total_cost").decimalValue().movePointRight(2).intValueExact())
                .isEqualTo(company.at("/costs/total").asInt());
    }

    @Test
    void areUpdatedFieldByField() {
        JsonNode company = server.capx()
                .patch(
                        "/companies/co_demo",
                        Json.text("{'governance': {'spend_cap': 7.50}, 'config': {'timezone': 'Europe/Berlin'}}"))
                .data(200);

        assertThat(company.at("/governance/spend_cap").decimalValue()).isEqualByComparingTo("7.50");
        assertThat(company.at("/governance/kill_switch").asBoolean()).isTrue();
        assertThat(company.at("/config/timezone").asText()).isEqualTo("Europe/Berlin");
        assertThat(company.at("/config/governance").asText()).isEqualTo("autonomous");
    }

    @Test
    void arePausedAndResumed() {
        assertThat(server.capx()
                        .post("/companies/co_demo/pause")
                        .data(200)
                        .path("status")
                        .asText())
                .isEqualTo("paused");
        server.capx().post("/companies/co_demo/pause").refused(409, "conflict");
        assertThat(server.capx()
                        .post("/companies/co_demo/resume")
                        .data(200)
                        .path("status")
                        .asText())
                .isEqualTo("running");
        server.capx().post("/companies/co_demo/resume").refused(409, "conflict");
    }

    @Test
    void areGoneWhenTheyAreDeleted() {
        JsonNode gone =
                server.capx().request("DELETE", "/companies/co_demo").send().data(200);

        assertThat(gone.toString()).isEqualTo(Json.text("{'id':'co_demo','deleted':true}"));
        server.capx().get("/companies/co_demo").refused(404, "not_found");
        assertThat(names(server.capx().get("/companies"))).isEmpty();
    }
}
