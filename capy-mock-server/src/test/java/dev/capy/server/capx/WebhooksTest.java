package dev.capy.server.capx;

import static dev.capy.server.verify.Match.equalTo;
import static dev.capy.server.verify.RequestPattern.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import dev.capy.server.fault.Effect;
import dev.capy.server.fault.Fault;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.Receiver;
import dev.capy.server.testing.Receiver.Letter;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private final Receiver receiver = new Receiver();

    /** Whoever checks signatures checks that they are fresh: so this world's time begins now. */
    private final TestServer server = TestServer.of(world -> world.startingAt(Instant.now()));

    @AfterEach
    void close() {
        server.close();
        receiver.close();
    }

    private JsonNode register(String events) {
        return server.capx()
                .post(
                        "/webhooks",
                        Json.text("{'url': '%s', 'events': ['%s']}".formatted(receiver.url("/hook?a=b"), events)))
                .data(201);
    }

    private void pause() {
        server.capx().post("/companies/co_demo/pause").data(200);
    }

    private void resume() {
        server.capx().post("/companies/co_demo/resume").data(200);
    }

    private JsonNode deliveries(JsonNode webhook, String query) {
        return server.capx()
                .get("/webhooks/" + webhook.path("id").asText() + "/deliveries" + query)
                .data(200);
    }

    @Test
    void areToldWhatHappensWithASignature() throws Exception {
        JsonNode webhook = register("company.paused");
        assertThat(webhook.path("status").asText()).isEqualTo("active");

        pause();

        assertThat(receiver.letters()).hasSize(1);
        Letter letter = receiver.letters().get(0);
        assertThat(letter.path()).isEqualTo("/hook?a=b");
        assertThat(letter.header("content-type")).isEqualTo("application/json");
        assertThat(Json.parse(letter.body()).path("type").asText()).isEqualTo("company.paused");
        Webhook verifier = new Webhook(webhook.path("secret").asText());
        assertThatNoException().isThrownBy(() -> verifier.verify(letter.body(), letter.headers()));
    }

    @Test
    void areToldTwiceWhereAFaultSaysSo() {
        JsonNode webhook = register("*");
        server.server()
                .faults()
                .add(Fault.when(request("POST", "/hook").withJson("$.type", equalTo("company.paused")))
                        .once()
                        .then(Effect.deliveredTwice()));

        pause();
        resume();

        assertThat(receiver.letters())
                .extracting(letter -> Json.parse(letter.body()).path("type").asText())
                .startsWith("company.paused", "company.paused")
                .filteredOn("company.paused"::equals)
                .hasSize(2);
        assertThat(receiver.letters().get(0).header("webhook-id"))
                .isEqualTo(receiver.letters().get(1).header("webhook-id"));
        assertThat(deliveries(webhook, "").get(0).path("status").asText()).isEqualTo("delivered");
    }

    @Test
    void areToldAgainWhenAFaultLetsItBeLost() {
        register("company.paused");
        server.control()
                .post("/faults", Json.text("{'when': {'path': '/hook'}, 'times': 1, 'then': {'webhook': 'lost'}}"))
                .ok();

        pause();
        assertThat(receiver.letters()).isEmpty();
        server.control().post("/clock/advance", "{\"by\": \"PT24H\"}").ok();

        assertThat(receiver.letters()).hasSize(1);
    }

    @Test
    void areListedWithoutTheirSecrets() {
        JsonNode webhook = register("*");

        JsonNode listed = server.capx().get("/webhooks").data(200);

        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("id")).isEqualTo(webhook.path("id"));
        assertThat(listed.path(0).has("secret")).isFalse();
        assertThat(server.capx("capx_sk_test_demo").get("/webhooks").data(200)).isEmpty();
    }

    @Test
    void keepTheirSecretsOutOfTheJournal() {
        String secret = register("*").path("secret").asText();

        assertThat(server.control().get("/requests").text()).doesNotContain(secret);
    }

    @Test
    void keepTheirSecretsOutOfDumpsThoughTheyTellThemAgain() {
        Answer first = registerMarked();

        Answer second = registerMarked();

        assertThat(second.data(201)).isEqualTo(first.data(201));
        assertThat(server.control().get("/state").text())
                .doesNotContain(first.data(201).path("secret").asText());
    }

    private Answer registerMarked() {
        return server.capx()
                .request("POST", "/webhooks")
                .header("Idempotency-Key", "a")
                .json(Json.text("{'url': '%s', 'events': ['*']}".formatted(receiver.url("/"))))
                .send();
    }

    @Test
    void areTriedAgainLaterAndLater() {
        receiver.answer(500, 302, 204);
        JsonNode webhook = register("company.paused");
        pause();

        JsonNode waiting = deliveries(webhook, "?status=pending").path(0);
        assertThat(waiting.at("/attempts/0/status").asInt()).isEqualTo(500);
        server.world().clock().advance(Duration.ofSeconds(5));
        assertThat(receiver.letters()).hasSize(2);
        server.world().clock().advance(Duration.ofMinutes(5));

        JsonNode delivered = deliveries(webhook, "?status=delivered").path(0);
        assertThat(statuses(delivered)).containsExactly(500, 302, 204);
        assertThat(receiver.letters()).extracting(Letter::path).doesNotContain("/elsewhere");
        assertThat(receiver.letters())
                .extracting(letter -> letter.header("webhook-id"))
                .containsOnly(delivered.path("id").asText());
    }

    private static List<Integer> statuses(JsonNode delivery) {
        List<Integer> statuses = new ArrayList<>();
        delivery.path("attempts")
                .forEach(attempt -> statuses.add(attempt.path("status").asInt()));
        return statuses;
    }

    @Test
    void areGivenUpInTheEndAndSentAnewWhenSomebodySaysSo() {
        receiver.answer(500, 500, 500, 500, 500, 500, 500);
        JsonNode webhook = register("company.paused");
        pause();
        server.world().clock().advance(Duration.ofDays(2));

        JsonNode dead = deliveries(webhook, "?status=dead").path(0);
        assertThat(statuses(dead)).hasSize(7);
        String path = "/webhooks/" + webhook.path("id").asText() + "/deliveries/"
                + dead.path("id").asText() + "/redeliver";
        server.capx().post(path).data(202);

        assertThat(deliveries(webhook, "?status=delivered")).hasSize(1);
        assertThat(deliveries(webhook, "?status=dead")).isEmpty();
    }

    @Test
    void areToldNothingAfterTheirEnd() {
        JsonNode webhook = register("*");

        server.capx()
                .request("DELETE", "/webhooks/" + webhook.path("id").asText())
                .send()
                .data(200);
        pause();

        assertThat(receiver.letters()).isEmpty();
        assertThat(server.capx().get("/webhooks").data(200)).isEmpty();
    }

    @Test
    void mayCallBackMeanwhile() {
        List<Integer> statuses = new ArrayList<>();
        receiver.whenCalled(
                () -> statuses.add(server.capx().get("/companies/co_demo").status()));
        register("company.paused");

        pause();
        resume();

        assertThat(statuses).containsExactly(200);
    }

    @Test
    void ofOtherHostsAreNotCalled() {
        Answer answer = server.capx()
                .post("/webhooks", Json.text("{'url': 'http://192.0.2.1/hook', 'events': ['company.paused']}"));
        pause();

        JsonNode attempt = deliveries(answer.data(201), "").path(0).at("/attempts/0");
        assertThat(attempt.path("status").isNull()).isTrue();
        assertThat(attempt.path("error").asText()).contains("192.0.2.1 is not on this machine");
    }

    @Test
    void nameWhatCannotBeAskedFor() {
        Answer answer = server.capx()
                .post("/webhooks", Json.text("{'url': 'ftp://a.test/', 'events': ['*', 'task.creatd']}"))
                .refused(400, "invalid_request");

        assertThat(answer.fields()).anyMatch(field -> field.startsWith("url: "));
    }
}
