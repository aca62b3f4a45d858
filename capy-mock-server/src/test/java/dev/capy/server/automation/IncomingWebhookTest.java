package dev.capy.server.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Exchange;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingWebhookTest {

    private static final String LIST = "/v1/projects/proj_demo/automations";
    private static final String BODY = "{\"build\": {\"number\": 17.50, \"tags\": [\"é\"]}}";

    private final TestServer server = TestServer.onPoll();

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode create(String fields) {
        return server.api()
                .post(
                        LIST,
                        Json.text("{'name': 'CI', 'prompt': '{{payload.build.number}} of {{payload}}', 'triggerType':"
                                + " 'incoming_webhook'" + fields + "}"))
                .ok();
    }

    /** The path of an automation's URL below the API's. */
    private static String path(JsonNode automation) {
        String url = automation.get("webhookUrl").textValue();
        assertThat(url).matches("/api/webhooks/automations/trigger/[A-Za-z0-9_-]{32}");
        return url.substring("/api".length());
    }

    private Answer post(String path, UnaryOperator<Exchange> how) {
        return how.apply(server.anonymous().request("POST", path).json(BODY)).send();
    }

    private static String sign(String body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void runsTheAutomation() {
        JsonNode automation = create("");

        JsonNode answer = post(path(automation), request -> request).ok();

        assertThat(answer)
                .isEqualTo(Json.parse(Json.text(
                        "{'ok': true, 'automationId': " + automation.get("id") + ", 'runStatus': 'running'}")));
        JsonNode thread = server.api()
                .get("/v1/threads?projectId=proj_demo&origin=automation")
                .ok()
                .at("/items/0");
        JsonNode messages = server.api()
                .get("/v1/threads/" + thread.get("id").textValue() + "/messages")
                .ok()
                .get("items");
        assertThat(messages.get(messages.size() - 1).get("content").textValue())
                .isEqualTo("17.50 of {\"build\":{\"number\":17.50,\"tags\":[\"é\"]}}");
    }

    @Test
    void keepsTimeWhereItIs() {
        String path = path(create(""));

        post(path, request -> request).ok();

        assertThat(server.world().clock().now()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void takesASignatureUnderEitherName() throws Exception {
        String path = path(create(", 'webhookSecret': 'hush hush'"));
        String signature = sign(BODY, "hush hush");

        post(path, request -> request.header("X-Capy-Signature", signature)).ok();
        post(path, request -> request.header("X-Webhook-Signature", signature)).ok();
        post(path, request -> request).refused(401, "unauthorized");
        post(path, request -> request.header("X-Capy-Signature", signature + "0"))
                .refused(401, "unauthorized");
    }

    @Test
    void skipsWhatIsOff() {
        String path = path(create(", 'enabled': false"));

        assertThat(post(path, request -> request).ok().get("runStatus").textValue())
                .isEqualTo("skipped");
    }

    @Test
    void refusesWhatIsNoPayload() {
        String path = path(create(""));

        post(path, request -> request.json("{")).invalid();
        post(path, request -> request.json("")).invalid();
        post(path, request -> request.json("[".repeat(200))).invalid();
        post(path, request -> request.header("Content-Type", "text/plain")).refused(415, "unsupported_media_type");
        post(path, request -> request.body(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1])))
                .refused(413, "content_too_large");
        server.anonymous().get(path).refused(405, "method_not_allowed");
        assertThat(server.api().get("/v1/threads?projectId=proj_demo").ok().get("items"))
                .isEmpty();
    }

    @Test
    void knowsNoOtherUrl() {
        JsonNode automation = create("");
        String path = path(automation);

        post(path + "x", request -> request).refused(404, "not_found");
        post("/webhooks/automations/trigger/", request -> request).refused(404, "not_found");
        server.api()
                .request("DELETE", LIST + "/" + automation.get("id").textValue())
                .send()
                .ok();
        post(path, request -> request).refused(404, "not_found");
    }

    @Test
    void worksWhereTimeIsReal() {
        try (TestServer real = TestServer.start(ClockMode.REALTIME)) {
            JsonNode automation = real.api()
                    .post(LIST, Json.text("{'name': 'CI', 'prompt': 'Go.', 'triggerType': 'incoming_webhook'}"))
                    .ok();

            JsonNode answer = real.anonymous().post(path(automation), BODY).ok();

            assertThat(answer.get("runStatus").textValue()).isEqualTo("running");
        }
    }
}
