package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CapxControlTest {

    private static final String TASK = Json.text("{'title': 'Think', 'agent_id': 'ag_demo_engineer'}");
    private static final String KILL_SWITCH = "/capx/companies/co_demo/kill-switch";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void stopsACompanyAndLetsItGoOn() {
        server.control().post(KILL_SWITCH, Json.text("{'tripped': true}")).ok();

        assertThat(server.capx()
                        .post("/companies/co_demo/tasks", TASK)
                        .refused(422, "governance_blocked")
                        .message())
                .contains("kill switch");

        server.control().post(KILL_SWITCH, Json.text("{'tripped': false}")).ok();
        server.capx().post("/companies/co_demo/tasks", TASK).data(201);
    }

    @Test
    void stopsOneAgent() {
        server.control()
                .post(KILL_SWITCH, Json.text("{'tripped': true, 'agent': 'engineer'}"))
                .ok();

        server.capx().post("/companies/co_demo/agents/engineer/wake").refused(422, "governance_blocked");
        server.capx().post("/companies/co_demo/agents/marketer/wake").data(202);
    }

    @Test
    void needsAKillSwitch() {
        server.capx()
                .patch("/companies/co_demo", Json.text("{'governance': {'kill_switch': false}}"))
                .data(200);

        server.control().post(KILL_SWITCH, Json.text("{'tripped': true}")).refused(409, "conflict");
    }

    @Test
    void revokesKeys() {
        server.control().post("/capx/keys/capx_sk_live_demo/revoke").ok();

        server.capx().get("/companies").refused(401, "unauthorized");
        server.control().post("/capx/keys/capx_sk_live_none/revoke").refused(404, "not_found");
    }

    @Test
    void grantsCredits() {
        assertThat(server.control()
                        .post("/capx/accounts/acct_demo/grant", Json.text("{'credits': 5}"))
                        .ok()
                        .path("balance")
                        .asInt())
                .isEqualTo(10_000);
        assertThat(server.capx()
                        .get("/companies")
                        .json()
                        .at("/meta/credits_remaining")
                        .asInt())
                .isEqualTo(10_000);
    }
}
