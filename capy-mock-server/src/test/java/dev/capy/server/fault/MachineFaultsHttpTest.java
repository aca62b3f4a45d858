package dev.capy.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MachineFaultsHttpTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer add(String fault) {
        return server.control().post("/machine-faults", Json.text(fault));
    }

    private JsonNode boot() {
        String id = server.api()
                .post("/v1/projects/proj_demo/warm-pool/test", "{}")
                .ok()
                .findValue("id")
                .asText();
        server.world().clock().runUntilIdle();
        return server.api()
                .get("/v1/projects/proj_demo/warm-pool/instances/" + id)
                .ok();
    }

    @Test
    void strikeMachines() {
        add("{'name': 'a', 'nth': 1, 'then': {'failStep': {'step': 'clone_repo', 'error': 'The remote hung up'}}}")
                .ok();

        assertThat(boot().toString()).contains("The remote hung up");
        assertThat(boot().toString()).doesNotContain("The remote hung up");

        JsonNode listed = server.control().get("/machine-faults").ok();
        assertThat(listed.at("/faults/0/matched").asInt()).isEqualTo(2);
        assertThat(listed.at("/faults/0/vmIds")).hasSize(1);
    }

    @Test
    void mayBeAnything() {
        add("{'name': 'a', 'purpose': 'captain', 'then': {'slowBoot': {'factor': 3, 'longer': 'PT1M'}}}")
                .ok();
        add("{'name': 'b', 'then': {'diskFull': {'after': 'PT1M'}}}").ok();
        add("{'name': 'b', 'then': {'diskFull': {}}}").refused(409, "conflict");

        server.control().request("DELETE", "/machine-faults/a").send().ok();
        server.control().request("DELETE", "/machine-faults/a").send().refused(404, "not_found");
        assertThat(server.control()
                        .request("DELETE", "/machine-faults")
                        .send()
                        .ok()
                        .path("faults"))
                .isEmpty();
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
        assertThat(add("{'name': 'a', 'then': {'slowBot': {}}}").invalid().violations())
                .singleElement()
                .asString()
                .startsWith("$.then.slowBot: is not a known field; did you mean slowBoot?");
        add("{'name': 'a', 'then': {'slowBoot': {'factor': 0.5}}}").invalid();
        add("{'name': 'a', 'then': {'diskFull': {'after': '-PT1M'}}}").invalid();
        add("{'then': {'diskFull': {}}}").invalid();
    }

    @Test
    void letAHostCrash() {
        assertThat(server.control()
                        .post("/hosts/host-01/crash", "{\"after\": \"PT5M\"}")
                        .ok()
                        .path("at")
                        .asText())
                .isEqualTo("2026-01-01T00:05:00.000Z");
        server.control().post("/hosts/host-01/crash").ok();
        server.control().post("/hosts/host-99/crash").refused(404, "not_found");
    }
}
