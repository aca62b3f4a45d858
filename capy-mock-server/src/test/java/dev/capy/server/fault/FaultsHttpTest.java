package dev.capy.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsHttpTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer add(String fault) {
        return server.control().post("/faults", Json.text(fault));
    }

    @Test
    void strikes() {
        add("{'when': {'operation': 'listModels'}, 'on': {'nth': 1}, 'then': {'error': {'status': 429, 'retryAfter': 3}}}")
                .ok();

        assertThat(server.api().get("/v1/models").refused(429, "rate_limited").header("retry-after"))
                .contains("3");
        server.api().get("/v1/models").ok();

        JsonNode listed = server.control().get("/faults").ok();
        assertThat(listed.at("/faults/0/used").asInt()).isEqualTo(1);
        assertThat(listed.at("/faults/0/matched").asInt()).isEqualTo(2);
        assertThat(listed.at("/faults/0/name").asText()).isEqualTo("fault-1");
        assertThat(listed.path("unused")).isEmpty();
    }

    @Test
    void mayBeAnything() {
        for (String then : List.of(
                "{'latency': 'PT1S'}",
                "{'latency': {'from': 'PT0S', 'to': 'PT1S', 'clock': 'wall'}}",
                "{'latency': {'median': 'PT1S', 'sigma': 1}}",
                "{'latency': {'fixed': 'PT1S'}}",
                "{'status': 503}",
                "{'body': 'empty'}",
                "{'body': 'garbage'}",
                "{'truncated': 3}",
                "{'connection': 'reset'}",
                "{'connection': 'close'}",
                "{'stall': 'PT1S'}")) {
            add("{'when': {'operation': 'getTask'}, 'times': 1, 'then': " + then + "}")
                    .ok();
        }
        add("{'when': {}, 'on': {'percentage': 0.5}, 'at': 'after-commit', 'then': {'connection': 'close'}}")
                .ok();

        assertThat(server.control().get("/faults").ok().path("unused")).hasSize(12);
    }

    @Test
    void isRefusedWhereItMakesNoSense() {
        assertThat(add("{'when': {}, 'than': {'status': 500}, 'then': {'status': 500}}")
                        .invalid()
                        .violations())
                .singleElement()
                .asString()
                .startsWith("$.than: is not a known field; did you mean then?");
        assertThat(add("{'when': {'operation': 'getThred'}, 'then': {'status': 500}}")
                        .invalid()
                        .violations())
                .containsExactly("$.when.operation: There is no operation 'getThred'; did you mean getThread?");
        assertThat(add("{'when': {}, 'at': 'before-routing', 'then': {'body': 'empty'}}")
                        .invalid()
                        .paths())
                .containsExactly("$.then");
        assertThat(add("{'when': {}, 'then': {'latency': 'soon'}}").invalid().paths())
                .containsExactly("$.then.latency");
        add("{'when': {}, 'then': {'latency': {'from': 'PT1S'}}}").invalid();
        add("{'when': {}, 'then': {'latency': {'from': 'PT1S', 'to': 'PT0S'}}}").invalid();
        add("{'when': {}, 'then': {'status': 200}}").invalid();
        add("{'when': {}, 'then': {}}").invalid();
        add("{'when': {}, 'then': {'status': 500, 'body': 'empty'}}").invalid();
    }

    @Test
    void goesWhenItIsTold() {
        add("{'name': 'a', 'when': {}, 'then': {'status': 503}}").ok();
        add("{'name': 'a', 'when': {}, 'then': {'status': 503}}").refused(409, "conflict");
        add("{'name': 'b', 'when': {}, 'then': {'status': 503}}").ok();

        assertThat(server.control().request("DELETE", "/faults/a").send().ok().path("faults"))
                .hasSize(1);
        server.control().request("DELETE", "/faults/a").send().refused(404, "not_found");
        assertThat(server.control().request("DELETE", "/faults").send().ok().path("faults"))
                .isEmpty();
        server.api().get("/v1/models").ok();
    }

    @Test
    void areFoundByTheirNamesAlone() {
        server.control()
                .post("/faults", Json.text("{'name': 'slow-list', 'when': {}, 'then': {'status': 503}}"))
                .ok();

        assertThat(server.control()
                        .request("DELETE", "/faults/slow-lits")
                        .send()
                        .refused(404, "not_found")
                        .message())
                .isEqualTo("There is no fault called slow-lits; did you mean slow-list?");
        server.control().request("DELETE", "/faults/slow-list").send().ok();
    }
}
