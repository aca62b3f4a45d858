package dev.capy.server.verify;

import static dev.capy.server.verify.Count.atLeast;
import static dev.capy.server.verify.Count.atMost;
import static dev.capy.server.verify.Count.never;
import static dev.capy.server.verify.Count.once;
import static dev.capy.server.verify.Count.times;
import static dev.capy.server.verify.Match.absent;
import static dev.capy.server.verify.Match.anyOf;
import static dev.capy.server.verify.Match.containing;
import static dev.capy.server.verify.Match.equalTo;
import static dev.capy.server.verify.Match.equalToJson;
import static dev.capy.server.verify.Match.matching;
import static dev.capy.server.verify.Match.present;
import static dev.capy.server.verify.RequestPattern.anyRequest;
import static dev.capy.server.verify.RequestPattern.operation;
import static dev.capy.server.verify.RequestPattern.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final String THREAD = "createAndStartThread";

    private final TestServer server = TestServer.manual();

    @BeforeEach
    void ask() {
        start("Add a login page", "['ui', 'bug']");
        server.as("capy_demo_member")
                .request("GET", "/v1/threads/none?a=b")
                .header("X-Trace", "7")
                .send();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void start(String prompt, String tags) {
        server.api()
                .post(
                        "/v1/threads",
                        Json.text("{'projectId': 'proj_demo', 'prompt': '" + prompt + "', 'tags': " + tags + "}"));
    }

    @Test
    void countsTheRequestsThatAreMeant() {
        for (RequestPattern right : List.of(
                operation(THREAD),
                request("POST", "/api/v1/threads"),
                request("GET", "/api/v1/threads/*").withQuery("a", equalTo("b")),
                anyRequest().withHeader("x-trace", matching("^[0-9]$")),
                anyRequest().from("capy_demo_member"),
                anyRequest().from("user_owner"),
                anyRequest().answered(404),
                operation(THREAD).withJson("$.prompt", containing("login")),
                operation(THREAD).withJson("$.tags", containing("bug")),
                operation(THREAD).withJson("$.tags[*]", equalTo("bug")),
                operation(THREAD).withJson("$.tags", equalToJson("[\"ui\", \"bug\"]")),
                operation(THREAD).withJson("$.tags", present()).withJson("$.model", absent()),
                operation(THREAD).withJson("$.prompt", anyOf(equalTo("x"), containing("page"))))) {
            server.server().verify(right, once()).now();
        }
        for (RequestPattern wrong : List.of(
                operation("getTask"),
                request("POST", "/api/v1/threads/*"),
                anyRequest().withQuery("a", equalTo("c")),
                anyRequest().withHeader("X-Trace", absent()).from("capy_demo_member"),
                operation(THREAD).withJson("$.prompt", equalTo("login")),
                operation(THREAD).withJson("$.tags", containing("bu")),
                operation(THREAD).withJson("$.prompt", absent()),
                operation(THREAD).withJson("$.prompt", anyOf(equalTo("x"), matching("^page"))))) {
            server.server().verify(wrong, never()).now();
        }
        server.server().verify(anyRequest(), times(2)).now();
        server.server().verify(anyRequest(), atLeast(2)).now();
        server.server().verify(anyRequest(), atMost(2)).now();
    }

    @Test
    void tellsWhatCameNearAndWhyItDoesNotFit() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> server.server()
                        .verify(
                                operation(THREAD)
                                        .withJson("$.prompt", equalTo("Add a logout page"))
                                        .withJson("$.tags", equalToJson("[\"ui\", \"docs\"]"))
                                        .withJson("$.model", present()),
                                times(2))
                        .now())
                .withMessageContainingAll(
                        "Expected exactly 2 requests, and there were 0:",
                        "operation is createAndStartThread",
                        "#1 POST /api/v1/threads -> ",
                        "(1 of 4)",
                        "✓ operation is createAndStartThread",
                        "✗ body $.prompt is \"Add a logout page\"",
                        "/prompt: expected \"Add a logout page\", was \"Add a login page\"",
                        "/tags/1: expected \"docs\", was \"bug\"",
                        "expected $.model is there, was a body with [projectId, prompt, tags]",
                        "curl -X POST -H \"Authorization: Bearer $TOKEN\"",
                        "✗ operation is createAndStartThread",
                        "expected createAndStartThread, was getThread")
                .withMessageMatching("(?s).*#1 POST.*#2 GET.*");
    }

    @Test
    void namesThoseThatAreTooMany() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> server.server().verify(operation(THREAD), never()).now())
                .withMessageContainingAll("Expected no request, and there was 1:", "These matched:", "#1 POST");
    }

    @Test
    void showsNoSecretWhenItCompares() {
        server.api()
                .put(
                        "/v1/projects/proj_demo/environment-variables/personal",
                        "{\"variables\": [{\"name\": \"A\", \"value\": \"hush\"}]}");
        RequestPattern pattern = anyRequest().withJson("$.variables[0].value", equalTo("hush"));

        server.server().verify(pattern, once()).now();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> server.server()
                        .verify(anyRequest().withJson("$.variables[0].value", equalTo("other")), once())
                        .now())
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("hush"))
                .withMessageContaining("/variables/0/value: expected is \"other\", was [redacted]");
    }

    @Test
    void waitsForWhatIsStillToCome() {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                () -> server.server().verify(operation(THREAD), times(3)).within(Duration.ofSeconds(20)));

        start("a", "[]");
        start("b", "[]");

        waiting.join();
    }

    @Test
    void doesNotWaitWhenThereAreTooMany() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> server.server().verify(anyRequest(), atMost(1)).within(Duration.ofDays(1)));
    }

    @Test
    void seesEveryAnswerThatItsClientHasSeen() {
        for (int i = 0; i < 200; i++) {
            server.api().get("/v1/models").ok();
            server.server()
                    .verify(operation("listModels").answered(200), times(i + 1))
                    .now();
        }
    }

    @Test
    void refusesAnOperationThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.server().verify(operation("createAndStartThred"), once()))
                .withMessage("There is no operation 'createAndStartThred'; did you mean createAndStartThread?");
    }
}
