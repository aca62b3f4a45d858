package dev.capy.server.controlplane;

import static dev.capy.server.controlplane.TwoPullRequests.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestsControlTest {

    private static final String FIRST = REPOSITORY + "/pulls/1";
    private static final String SECOND = REPOSITORY + "/pulls/2";

    private final TwoPullRequests world = new TwoPullRequests();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void areListedNewestFirst() {
        JsonNode pulls = world.get(REPOSITORY + "/pulls").path("pulls");

        assertThat(pulls.findValuesAsText("title")).containsExactly("Huge", "Tiny");
        assertThat(pulls.findValuesAsText("draft")).containsExactly("true", "false");
        assertThat(world.get("/repositories/globex/site/pulls").path("pulls")).isEmpty();
    }

    @Test
    void tellAllOfThem() {
        JsonNode pull = world.pull(1);

        assertThat(pull.path("state").asText()).isEqualTo("open");
        assertThat(pull.path("task").asText()).isEqualTo("DEMO-1");
        assertThat(pull.at("/mergeability/clean").asBoolean()).isTrue();
        assertThat(pull.at("/mergeability/fastForward").asBoolean()).isTrue();
        assertThat(pull.at("/checks/state").asText()).isEqualTo("none");
        assertThat(pull.path("reviews")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"merge, 2", "squash, 1", "fast-forward, 1"})
    void areMerged(String method, int parents) {
        JsonNode merged =
                world.post(FIRST + "/merge", "{'method': '" + method + "'}").ok();

        assertThat(merged.path("state").asText()).isEqualTo("merged");
        assertThat(merged.path("mergeability").isNull()).isTrue();
        JsonNode newest = world.get(REPOSITORY + "/commits").at("/commits/0");
        assertThat(newest.path("id")).isEqualTo(merged.path("mergeCommit"));
        assertThat(newest.path("parents")).hasSize(parents);
        world.comeToRest();
        assertThat(world.server
                        .api()
                        .get("/v1/tasks/DEMO-1")
                        .ok()
                        .path("status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void areMergedAsPeopleUsuallyDo() {
        world.post(FIRST + "/merge", "{'message': 'Call it tiny, at last.'}").ok();

        JsonNode newest = world.get(REPOSITORY + "/commits").at("/commits/0");
        assertThat(newest.path("parents")).hasSize(2);
        assertThat(newest.path("message").asText()).isEqualTo("Call it tiny, at last.\n");
    }

    @Test
    void areNotMergedAgainstEachOther() {
        world.post(FIRST + "/merge").ok();
        world.post(SECOND + "/ready").ok();

        Answer answer = world.post(SECOND + "/merge");

        assertThat(answer.refused(409, "conflict").message()).contains("README.md (both changed the same lines)");
        assertThat(world.pull(2).at("/mergeability/clean").asBoolean()).isFalse();
        assertThat(world.pull(2).at("/mergeability/conflicts/0/path").asText()).isEqualTo("README.md");
        assertThat(world.pull(2).path("state").asText()).isEqualTo("open");
    }

    @Test
    void areNotMergedAsDraftsOrClosed() {
        assertThat(world.post(SECOND + "/merge").refused(409, "conflict").message())
                .isEqualTo("A draft cannot be merged: mark pull request #2 ready first");
        world.post(FIRST + "/close").ok();
        assertThat(world.post(FIRST + "/merge").refused(409, "conflict").message())
                .isEqualTo("A pull request that is closed cannot be merged; it must be open");
        assertThat(world.post(FIRST + "/merge", "{'method': 'rebase'}")
                        .invalid()
                        .paths())
                .containsExactly("$.method");
    }

    @Test
    void areClosedAndOpenedAgain() {
        assertThat(world.post(FIRST + "/close").ok().path("state").asText()).isEqualTo("closed");
        assertThat(world.post(FIRST + "/close").refused(409, "conflict").message())
                .contains("closed");
        assertThat(world.post(FIRST + "/reopen").ok().path("state").asText()).isEqualTo("open");
        assertThat(world.post(FIRST + "/reopen").refused(409, "conflict").message())
                .contains("open");
    }

    @Test
    void areMadeReady() {
        assertThat(world.post(SECOND + "/ready").ok().path("draft").asBoolean()).isFalse();
        assertThat(world.post(SECOND + "/ready").ok().path("draft").asBoolean()).isFalse();
        world.post(SECOND + "/close").ok();
        world.post(SECOND + "/ready").refused(409, "conflict");
    }

    @Test
    void areReviewed() {
        world.post("/scripts", """
                        {'scripts': [{'name': 'look', 'when': {'prompt': 'Tiny'}, 'review': [
                          'think',
                          {'finding': {'type': 'style', 'severity': 'low', 'file': 'README.md', 'line': 3,
                                       'message': 'Is it?'}},
                          {'summarize': '{{files}} file'}]}]}
                        """).ok();

        JsonNode begun =
                world.post(FIRST + "/reviews", "{'user': 'user_member'}").ok();

        assertThat(begun.path("status").asText()).isEqualTo("running");
        assertThat(begun.path("projectId").asText()).isEqualTo("proj_demo");
        assertThat(begun.path("userId").asText()).isEqualTo("user_member");
        world.comeToRest();
        JsonNode review = world.pull(1).at("/reviews/0");
        assertThat(review.path("id")).isEqualTo(begun.path("id"));
        assertThat(review.path("status").asText()).isEqualTo("completed");
        assertThat(review.path("script").asText()).isEqualTo("look");
        assertThat(review.path("summary").asText()).isEqualTo("1 file");
        assertThat(review.at("/findings/0/type").asText()).isEqualTo("style");
        assertThat(review.at("/findings/0/line").asInt()).isEqualTo(3);
        assertThat(review.at("/cost/llm").decimalValue()).isPositive();
    }

    @Test
    void areReviewedForAProjectAndAMemberThatAreThere() {
        assertThat(world.post(FIRST + "/reviews").ok().path("userId").asText()).isEqualTo("user_owner");
        assertThat(world.post(FIRST + "/reviews", "{'user': 'nobody'}")
                        .invalid()
                        .paths())
                .containsExactly("$.user");
        world.post(FIRST + "/reviews", "{'projectId': 'nowhere'}").refused(404, "not_found");
        assertThat(world.post(FIRST + "/reviews", "{'projectId': 'proj_other'}")
                        .invalid()
                        .violations())
                .containsExactly("$.projectId: must be a project that has acme/app, one of [proj_demo]");
        world.post(FIRST + "/close").ok();
        assertThat(world.post(FIRST + "/reviews").refused(409, "conflict").message())
                .isEqualTo("A pull request that is closed cannot be reviewed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/merge", "/close", "/reopen", "/ready", "/reviews"})
    void areNotFoundWhereThereAreNone(String operation) {
        String method = operation.isEmpty() ? "GET" : "POST";

        Answer answer = world.server
                .control()
                .request(method, REPOSITORY + "/pulls/3" + operation)
                .send();

        assertThat(answer.refused(404, "not_found").message()).isEqualTo("acme/app has no pull request 3");
        world.server
                .control()
                .request(method, REPOSITORY + "/pulls/first" + operation)
                .send()
                .invalid();
    }
}
