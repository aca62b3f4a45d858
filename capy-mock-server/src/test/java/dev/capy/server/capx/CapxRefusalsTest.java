package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapxRefusalsTest {

    private static final String COMPANY = Json.text("{'name': 'acme', 'template': 'default'}");

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void knowsNobodyWithoutAKey() {
        server.anonymousCapx().get("/companies").refused(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"capx_sk_live_unknown", "capy_demo", "x"})
    void knowsNobodyWithAnotherKey(String key) {
        server.capx(key).get("/companies").refused(401, "unauthorized");
    }

    @Test
    void leavesTheOtherApiToItsOwnTokens() {
        server.as("capx_sk_live_demo").get("/v1/models").refused(401, "unauthorized");
    }

    @Test
    void knowsARevokedKeyNoMore() {
        server.world().write(tx -> server.world().capx().accounts().revoke(tx, "capx_sk_live_demo"));

        server.capx().get("/companies").refused(401, "unauthorized");
    }

    @Test
    void namesTheScopeThatAKeyLacks() {
        Answer answer = server.capx("capx_sk_live_readonly").post("/companies", COMPANY);

        assertThat(answer.refused(403, "forbidden").message()).isEqualTo("This key lacks the scope companies:write");
    }

    @Test
    void looksAtTheScopeBeforeTheBody() {
        server.capx("capx_sk_live_readonly").post("/companies", "{").refused(403, "forbidden");
    }

    @Test
    void hidesRealCompaniesFromTestKeysAndTheReverse() {
        server.capx("capx_sk_test_demo").get("/companies/co_demo").refused(404, "not_found");

        String id = server.capx("capx_sk_test_demo")
                .post("/companies", COMPANY)
                .data(201)
                .path("id")
                .asText();
        server.capx().get("/companies/" + id).refused(404, "not_found");
    }

    @Test
    void spendsNoCreditsOfTestKeys() {
        String id = server.capx("capx_sk_test_demo")
                .post("/companies", COMPANY)
                .data(201)
                .path("id")
                .asText();
        server.world().clock().runUntilIdle();

        Answer answer =
                server.capx("capx_sk_test_demo").post("/companies/" + id + "/tasks", Json.text("{'title': 'Think'}"));

        assertThat(answer.data(201).path("title").asText()).isEqualTo("Think");
        assertThat(answer.json().at("/meta/credits_used").asInt(-1)).isZero();
        assertThat(answer.json().at("/meta/credits_remaining").asInt()).isEqualTo(9_995);
    }

    @Test
    void tellsWhatATaskCosts() {
        Answer answer = server.capx().post("/companies/co_demo/tasks", Json.text("{'title': 'Think'}"));

        assertThat(answer.json().at("/meta/credits_used").asInt(-1)).isEqualTo(2);
        assertThat(answer.json().at("/meta/credits_remaining").asInt()).isEqualTo(9_993);
    }

    @Test
    void refusesForFree() {
        String before = server.world().digest();

        server.capx()
                .post("/companies/co_demo/tasks", Json.text("{'title': ' '}"))
                .refused(400, "invalid_request");
        server.capx().post("/companies/co_demo/resume").refused(409, "conflict");
        server.capx()
                .post("/companies/co_nowhere/tasks", Json.text("{'title': 'x'}"))
                .refused(404, "not_found");

        assertThat(server.world().digest()).isEqualTo(before);
    }

    @Test
    void namesTheRuleThatBlocks() {
        server.capx()
                .patch("/companies/co_demo", Json.text("{'governance': {'execution_policy': {'mode': 'blocked'}}}"))
                .data(200);

        Answer answer = server.capx().post("/companies/co_demo/tasks", Json.text("{'title': 'x'}"));

        assertThat(answer.refused(422, "governance_blocked").message()).contains("policy");
    }

    @Test
    void keepsItsEnvelopeOnTheWayToNowhere() {
        server.capx().get("/nothing").refused(404, "not_found");
        Answer answer = server.capx().request("PUT", "/companies").json("{}").send();
        assertThat(List.of(answer.refused(405, "method_not_allowed")
                        .header("allow")
                        .orElseThrow()
                        .split(", ", -1)))
                .contains("GET", "POST");
        server.capx()
                .request("POST", "/companies")
                .header("Content-Type", "text/plain")
                .body(BodyPublishers.ofString("x"))
                .send()
                .refused(415, "unsupported_media_type");
    }

    @Test
    void servesItsDocumentToEverybody() {
        assertThat(server.anonymousCapx()
                        .get("/openapi.json")
                        .ok()
                        .at("/info/title")
                        .asText())
                .isEqualTo("Capx API");
    }
}
