package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.DemoWorld;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsControlTest {

    private final TestServer server = TestServer.of(world -> world.fixture(DemoWorld.withTags()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void startsAThreadOfTheWebAsTheOwner() {
        JsonNode thread =
                start("'projectId': 'proj_demo', 'prompt': 'Add a page.'").ok();

        assertThat(thread.path("origin").asText()).isEqualTo("web");
        assertThat(thread.path("userId").asText()).isEqualTo("user_owner");
        assertThat(thread.path("runState").asText()).isEqualTo("running");
        assertThat(shown(thread).at("/participants/0/userId").asText()).isEqualTo("user_owner");
        assertThat(shown(thread).path("slackThreads")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "slack", "linear", "github", "api"})
    void startsThreadsFromAnywhere(String origin) {
        server.control()
                .post(
                        "/scripts",
                        Json.text("{'scripts': [{'name': 'here', 'when': {'origin': '" + origin
                                + "'}, 'captain': [{'askUser': 'What?'}]}]}"))
                .ok();

        JsonNode thread = start("'projectId': 'proj_demo', 'prompt': 'a', 'origin': '" + origin + "'")
                .ok();

        assertThat(thread.path("origin").asText()).isEqualTo(origin);
        assertThat(server.control().get("/scripts").ok().path("unused")).isEmpty();
        assertThat(shown(thread).path("slackThreads")).hasSize(origin.equals("slack") ? 1 : 0);
    }

    @Test
    void opensTheSlackChannelThatIsGiven() {
        JsonNode thread = start("'projectId': 'proj_demo', 'prompt': 'a', 'slack': {'channel': 'C0123456'}")
                .ok();

        assertThat(shown(thread).at("/slackThreads/0/channelId").asText()).isEqualTo("C0123456");
    }

    @Test
    void startsThreadsForAnyMember() {
        assertThat(start("'projectId': 'proj_demo', 'prompt': 'a', 'user': 'MEMBER@demo.test'")
                        .ok()
                        .path("userId")
                        .asText())
                .isEqualTo("user_member");
        assertThat(start("'projectId': 'proj_demo', 'prompt': 'a', 'user': 'user_service'")
                        .ok()
                        .path("userId")
                        .asText())
                .isEqualTo("user_service");
        assertThat(start("'projectId': 'proj_demo', 'prompt': 'a', 'user': 'user_outsider'")
                        .invalid()
                        .violations())
                .containsExactly("$.user: must be the id or the e-mail address of a member of the organization, was"
                        + " 'user_outsider'; known are [user_owner, user_member, user_service, user_admin_service]");
    }

    @Test
    void startsThreadsWithTagsAndBranches() {
        JsonNode thread = start("'projectId': 'proj_demo', 'prompt': 'a', 'tags': ['bug'],"
                        + " 'repos': [{'repoFullName': 'acme/app', 'branch': 'main'}]")
                .ok();

        assertThat(shown(thread).at("/tags/0/name").asText()).isEqualTo("bug");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'projectId': 'proj_demo'                                       | $.prompt",
                "'projectId': 'proj_demo', 'prompt': ''                         | $.prompt",
                "'projectId': 'proj_demo', 'prompt': 'a', 'origin': 'automation' | $.origin",
                "'projectId': 'proj_demo', 'prompt': 'a', 'tags': ['wip']       | $.tags[0]",
                "'projectId': 'proj_demo', 'prompt': 'a', 'repos': [{'repoFullName': 'a/b', 'branch': 'main'}]"
                        + " | $.repos[0].repoFullName",
                "'projectId': 'proj_demo', 'prompt': 'a', 'model': 'x'          | $.model"
            })
    void refusesThreadsThatCannotBe(String fields, String path) {
        assertThat(start(fields).invalid().paths()).contains(path);
    }

    @Test
    void startsNothingInAProjectThatIsNotThere() {
        assertThat(start("'projectId': 'proj_nowhere', 'prompt': 'a'")
                        .refused(404, "not_found")
                        .message())
                .isEqualTo("There is no project proj_nowhere");
    }

    @Test
    void unblocksAThread() {
        String thread = scripted("{'block': 'auth'}, {'askUser': 'Now what?'}");
        assertThat(state(thread).path("blockedOn").path(0).asText()).isEqualTo("auth");
        assertThat(post(thread, "wake").refused(409, "conflict").message())
                .isEqualTo("The thread is blocked: only one that waits can be woken");

        JsonNode answer = post(thread, "unblock").ok();

        assertThat(answer.path("runState").asText()).isEqualTo("running");
        assertThat(answer.path("blockedOn")).isEmpty();
        runUntilIdle();
        assertThat(state(thread).path("runState").asText()).isEqualTo("ready");
        assertThat(post(thread, "unblock").refused(409, "conflict").message())
                .isEqualTo("The thread is ready: only one that is blocked can be unblocked");
    }

    @Test
    void wakesAThread() {
        String thread = scripted("{'waitFor': 'worker'}");
        assertThat(state(thread).path("waitingOn").path(0).asText()).isEqualTo("worker");

        JsonNode answer = post(thread, "wake").ok();

        assertThat(answer.path("waitingOn")).isEmpty();
        runUntilIdle();
        assertThat(state(thread).path("runState").asText()).isEqualTo("ready");
    }

    @Test
    void doesNotWakeAThreadThatIsNotThere() {
        assertThat(post("nobody", "wake").refused(404, "not_found").message()).isEqualTo("There is no thread nobody");
        assertThat(post("nobody", "unblock").refused(404, "not_found").message())
                .isEqualTo("There is no thread nobody");
    }

    /** A thread whose Captain does this, as far as it gets. */
    private String scripted(String steps) {
        server.control()
                .post("/scripts", Json.text("{'scripts': [{'name': 'a', 'captain': [" + steps + "]}]}"))
                .ok();
        String id =
                start("'projectId': 'proj_demo', 'prompt': 'a'").ok().path("id").asText();
        runUntilIdle();
        return id;
    }

    private void runUntilIdle() {
        server.control().post("/clock/run-until-idle").ok();
    }

    private Answer start(String fields) {
        return server.control().post("/threads", Json.text("{" + fields + "}"));
    }

    private Answer post(String thread, String operation) {
        return server.control().post("/threads/" + thread + "/" + operation);
    }

    private JsonNode shown(JsonNode thread) {
        return state(thread.path("id").asText());
    }

    private JsonNode state(String thread) {
        return server.api().get("/v1/threads/" + thread).ok();
    }
}
