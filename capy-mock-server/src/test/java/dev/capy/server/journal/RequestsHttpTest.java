package dev.capy.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.http.Ending;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsHttpTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsARequestAndItsAnswer() {
        server.api()
                .post("/v1/threads?x=1", Json.text("{'projectId': 'proj_demo', 'prompt': 'login'}"))
                .ok();

        server.server().requests().await(all -> all.get(0).ending(), Ending.ANSWERED::equals, Duration.ofSeconds(20));
        JsonNode request = server.control().get("/requests/1").ok();

        assertThat(request.path("operation").asText()).isEqualTo("createAndStartThread");
        assertThat(request.path("tokenName").asText()).isEqualTo("capy_demo");
        assertThat(request.path("userId").asText()).isEqualTo("user_owner");
        assertThat(request.path("query").asText()).isEqualTo("x=1");
        assertThat(request.path("virtualTime").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(request.path("body").asText()).contains("login");
        assertThat(request.path("answerBody").asText()).contains("\"runState\":\"running\"");
        assertThat(request.path("status").asInt()).isEqualTo(200);
        assertThat(request.path("ending").asText()).isEqualTo("answered");
        assertThat(request.path("curl").asText())
                .startsWith("curl -X POST -H \"Authorization: Bearer $TOKEN\"")
                .endsWith("/api/v1/threads?x=1'");
    }

    @Test
    void findsByWhateverIsAskedFor() {
        server.api().post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'login', 'tags': []}"));
        server.as("capy_demo_member").get("/v1/threads?projectId=proj_demo");
        server.api().get("/v1/threads/none");
        server.anonymous().get("/v1/models");

        assertThat(found("operation=createAndStartThread")).containsExactly(1);
        assertThat(found("method=GET&path=/api/v1/threads/*")).containsExactly(3);
        assertThat(found("path=/api/v1/**")).containsExactly(1, 2, 3, 4);
        assertThat(found("status=404")).containsExactly(3);
        assertThat(found("status=401")).containsExactly(4);
        assertThat(found("caller=capy_demo_member")).containsExactly(2);
        assertThat(found("caller=user_owner")).containsExactly(1, 3);
        assertThat(found("bodyPath=$.prompt")).containsExactly(1);
        assertThat(found("bodyPath=$.prompt&bodyValue=login")).containsExactly(1);
        assertThat(found("bodyPath=$.prompt&bodyValue=other")).isEmpty();
        assertThat(found("after=3")).containsExactly(4);
        assertThat(found("since=2000-01-01T00:00:00Z")).hasSize(4);
        assertThat(found("until=2000-01-01T00:00:00Z")).isEmpty();
    }

    private List<Integer> found(String query) {
        return server.control().get("/requests?" + query).ok().path("requests").findValues("sequence").stream()
                .map(JsonNode::asInt)
                .toList();
    }

    @Test
    void tellsItPageByPage() {
        for (int i = 0; i < 3; i++) {
            server.api().get("/v1/models");
        }

        JsonNode first = server.control().get("/requests?limit=2").ok();
        JsonNode second = server.control()
                .get("/requests?limit=2&after=" + first.path("nextAfter").asInt())
                .ok();

        assertThat(first.path("requests")).hasSize(2);
        assertThat(second.path("requests")).hasSize(1);
        assertThat(second.path("nextAfter").isNull()).isTrue();
    }

    @Test
    void keepsWhatWasBrokenOff() {
        byte[] bytes = ("POST /api/v1/threads HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer capy_demo\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"prompt\": \"lo")
                .getBytes(StandardCharsets.US_ASCII);

        server.raw().exchange(bytes);

        RecordedRequest request = server.server()
                .requests()
                .await(requests -> requests.get(0), seen -> seen.ending() != Ending.PENDING, Duration.ofSeconds(20));
        assertThat(request.body()).isEqualTo("{\"prompt\": \"lo");
        assertThat(request.operation()).contains("createAndStartThread");
        assertThat(request.ending()).isNotEqualTo(Ending.PENDING);
    }

    @Test
    void forgetsWhenItIsTold() {
        server.api().get("/v1/models");

        assertThat(server.control()
                        .request("DELETE", "/requests")
                        .send()
                        .ok()
                        .path("lastSequence")
                        .asInt())
                .isEqualTo(1);

        assertThat(found("")).isEmpty();
        server.control().get("/requests/1").refused(404, "not_found");
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertThat(server.control().get("/requests?bodyPath=prompt").invalid().violations())
                .containsExactly(
                        "$.bodyPath: must be a JSON path such as $.prompt, $.tags[0] or $.items[*].id, was 'prompt'");
        server.control().get("/requests?bodyValue=x").invalid();
        server.control().get("/requests?world=none").refused(404, "not_found");
    }

    @Test
    void exportsAnArchive() {
        server.api()
                .post("/v1/threads?a=b", Json.text("{'projectId': 'proj_demo', 'prompt': 'login'}"))
                .ok();

        JsonNode entry = server.control().get("/requests.har").ok().at("/log/entries/0");

        assertThat(entry.at("/request/url").asText()).endsWith("/api/v1/threads?a=b");
        assertThat(entry.at("/request/queryString/0/value").asText()).isEqualTo("b");
        assertThat(entry.at("/request/postData/text").asText()).contains("login");
        assertThat(entry.at("/response/status").asInt()).isEqualTo(200);
        assertThat(entry.at("/response/content/text").asText()).contains("running");
    }
}
