package dev.capy.server.controlplane;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;

/** The demo world with two open pull requests that change the same line of the README; the second is a draft. */
final class TwoPullRequests implements AutoCloseable {

    static final String REPOSITORY = "/repositories/acme/app";

    private static final String SCRIPT = """
            {'scripts': [{
              'name': 'two',
              'captain': [
                {'delegate': {'title': 'Tiny', 'build': [
                  {'edit': {'file': 'README.md', 'find': 'small', 'replace': 'tiny'}},
                  {'commit': 'Call it tiny'},
                  'openPullRequest']}},
                'waitForTasks',
                {'delegate': {'title': 'Huge', 'build': [
                  {'edit': {'file': 'README.md', 'find': 'small', 'replace': 'huge'}},
                  {'commit': 'Call it huge'},
                  {'openPullRequest': {'draft': true}}]}},
                'waitForTasks']}]}
            """;

    final TestServer server = TestServer.manual();

    TwoPullRequests() {
        post("/scripts", SCRIPT).ok();
        post("/threads", "{'projectId': 'proj_demo', 'prompt': 'Do it.'}").ok();
        comeToRest();
    }

    void comeToRest() {
        server.control().post("/clock/run-until-idle").ok();
    }

    JsonNode get(String path) {
        return server.control().get(path).ok();
    }

    /** @param body JSON with single quotes */
    Answer post(String path, String body) {
        return server.control().post(path, Json.text(body));
    }

    Answer post(String path) {
        return server.control().post(path);
    }

    JsonNode pull(int number) {
        return get(REPOSITORY + "/pulls/" + number);
    }

    @Override
    public void close() {
        server.close();
    }
}
