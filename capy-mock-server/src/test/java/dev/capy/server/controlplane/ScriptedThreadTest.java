package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the control plane says that agents do is what the API shows that they did. */
class ScriptedThreadTest {

    private static final String LOGIN = """
            {'scripts': [{
              'name': 'login',
              'when': {'prompt': 'login'},
              'captain': [
                {'say': 'On it.'},
                {'delegate': {
                  'title': 'Add a login page',
                  'build': [
                    {'create': {'file': 'login.html', 'text': '<form></form>\\n'}},
                    {'edit': {'file': 'README.md', 'find': 'small', 'replace': 'tiny'}},
                    {'run': 'echo checked && exit 3'},
                    {'commit': 'Add a login page'},
                    {'openPullRequest': {'title': 'Login', 'draft': true}},
                    {'say': 'Done.'}]}},
                'waitForTasks',
                {'say': 'All done: {{results}}'}]}]}
            """;

    private final TestServer server = TestServer.start(ClockMode.ON_POLL);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void followsThePostedScript() {
        server.control().post("/scripts", Json.text(LOGIN)).ok();

        String thread = readyThread("Add a login page, please.");

        JsonNode shown = server.api().get("/v1/threads/" + thread).ok();
        assertThat(shown.at("/tasks/0/title").asText()).isEqualTo("Add a login page");
        assertThat(shown.at("/pullRequests/0/number").asInt()).isEqualTo(1);
        assertThat(shown.at("/pullRequests/0/draft").asBoolean()).isTrue();
        assertThat(server.api()
                        .get("/v1/threads/" + thread + "/messages")
                        .ok()
                        .path("items")
                        .findValuesAsText("content"))
                .satisfies(messages -> assertThat(messages.get(0)).startsWith("All done: "))
                .contains("On it.", "Add a login page, please.");
        JsonNode diff = server.api().get("/v1/tasks/DEMO-1/diff?mode=pr").ok();
        assertThat(diff.path("files").findValuesAsText("path")).containsExactly("README.md", "login.html");
        assertThat(diff.at("/files/0/patch").asText()).contains("-A small web", "+A tiny web");
    }

    @Test
    void doesAsAlwaysWhenNoScriptFits() {
        server.control().post("/scripts", Json.text(LOGIN)).ok();

        readyThread("Add a logout page.");

        assertThat(server.control().get("/scripts").ok().path("unused")).hasSize(1);
        assertThat(server.api().get("/v1/tasks/DEMO-1/diff?mode=pr").ok().path("files"))
                .extracting(file -> file.path("path").asText())
                .containsExactly("README.md", "docs/DEMO-1.md");
    }

    private String readyThread(String prompt) {
        String id = server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': '" + prompt + "'}"))
                .ok()
                .path("id")
                .asText();
        server.poll(
                () -> server.api().get("/v1/threads/" + id).ok(),
                shown -> shown.path("runState").asText().equals("ready"));
        return id;
    }
}
