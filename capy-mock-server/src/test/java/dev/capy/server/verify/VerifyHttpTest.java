package dev.capy.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyHttpTest {

    private final TestServer server = TestServer.manual();

    @BeforeEach
    void ask() {
        server.api().post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'login', 'tags': ['a']}"));
        server.as("capy_demo_member")
                .request("GET", "/v1/threads/none?a=b")
                .header("X-Trace", "7")
                .send();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void verifies() {
        assertVerified("{'request': {'operation': 'createAndStartThread'}}");
        assertVerified("{'request': {'json': {'$.prompt': 'login', '$.tags': ['a']}}, 'count': {'times': 1}}");
        assertVerified("{'request': {'json': {'$.prompt': {'anyOf': [{'equalTo': 'x'}, {'containing': 'log'}]}}}}");
        assertVerified("{'request': {'query': {'a': 'b'}, 'headers': {'x-trace': {'matching': '[0-9]'}}}}");
        assertVerified(
                "{'request': {'caller': 'capy_demo_member', 'status': 404, 'path': '/api/**', 'method': 'GET'}}");
        assertVerified("{'request': {'json': {'$.model': {'present': true}}}, 'count': {'atMost': 0}}");
        assertVerified("{'request': {}, 'count': {'atLeast': 2, 'atMost': 2}, 'within': 'PT10S'}");
    }

    private void assertVerified(String body) {
        JsonNode verdict = verify(body).ok();
        assertThat(verdict.path("verified").asBoolean())
                .as(verdict.path("report").asText())
                .isTrue();
    }

    private Answer verify(String body) {
        return server.control().post("/requests/verify", Json.text(body));
    }

    @Test
    void tellsWhatCameNear() {
        JsonNode verdict = verify("{'request': {'operation': 'createAndStartThread', 'json': {'$.prompt': 'logout'}}}")
                .ok();

        assertThat(verdict.path("verified").asBoolean()).isFalse();
        assertThat(verdict.path("expected").asText()).isEqualTo("at least 1 request");
        assertThat(verdict.path("report").asText()).contains("/prompt: expected \"logout\", was \"login\"");
        assertThat(verdict.at("/nearest/0/sequence").asInt()).isEqualTo(1);
        assertThat(verdict.at("/nearest/0/criteria/1/differences/0/at").asText())
                .isEqualTo("/prompt");
        assertThat(verdict.path("nearest")).hasSize(2);
    }

    @Test
    void refusesWhatIsNoPattern() {
        assertThat(verify("{'request': {'operatoin': 'x'}}").invalid().violations())
                .singleElement()
                .asString()
                .startsWith("$.request.operatoin: is not a known field; did you mean operation?");
        assertThat(verify("{'request': {'operation': 'getThred'}}").invalid().violations())
                .containsExactly("$.request.operation: There is no operation 'getThred'; did you mean getThread?");
        assertThat(verify("{'request': {'json': {'prompt': 'x'}}}").invalid().paths())
                .containsExactly("$.request.json['prompt']");
        assertThat(verify("{'request': {'query': {'a': {'matching': '('}}}}")
                        .invalid()
                        .paths())
                .containsExactly("$.request.query.a.matching");
        assertThat(verify("{'request': {'query': {'a': {'contains': 'x'}}}}")
                        .invalid()
                        .paths())
                .containsExactly("$.request.query.a.contains");
        verify("{'request': {}, 'count': {'atLeast': 2, 'atMost': 1}}").invalid();
        verify("{'request': {}, 'within': 'PT1H'}").invalid();
        verify("{}").invalid();
    }
}
