package dev.capy.server.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A refusal names everything that is wrong, not only the first thing. */
class ViolationsTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void ofABodyAreAllNamed() {
        Answer answer = SERVER.api().post("/v1/threads", Json.text("""
                {
                  'prompt': '',
                  'model': 'gpt-2',
                  'speed': 'slow',
                  'reasoning': {},
                  'buildReasoning': {'mode': 'deep', 'budget': 1},
                  'repos': [{'repoFullName': 'acme/app'}, 7],
                  'attachmentUrls': ['not a url'],
                  'tags': ['Bug'],
                  'slack': {'channel': ''},
                  'impersonateUserEmail': '@demo.test',
                  'reliabilityInvestigationId': 'rel_1',
                  'capybara': true
                }
                """));

        answer.invalid();
        assertThat(answer.message()).isEqualTo("Request body validation failed");
        assertThat(answer.paths())
                .contains(
                        "$.projectId",
                        "$.prompt",
                        "$.model",
                        "$.speed",
                        "$.reasoning.mode",
                        "$.buildReasoning.mode",
                        "$.buildReasoning.budget",
                        "$.repos[0].branch",
                        "$.repos[1]",
                        "$.attachmentUrls[0]",
                        "$.tags[0]",
                        "$.slack.channel",
                        "$.impersonateUserEmail",
                        "$.reliabilityInvestigationId",
                        "$.capybara");
    }

    @Test
    void ofAQueryAreAllNamed() {
        Answer answer = SERVER.api().get("/v1/threads?limit=0&status=busy&prNumber=one&origin=fax&authorEmail=x&tag=");

        answer.invalid();
        assertThat(answer.message()).isEqualTo("Request query validation failed");
        assertThat(answer.paths())
                .contains("$.projectId", "$.limit", "$.status", "$.prNumber", "$.origin", "$.authorEmail", "$.tag");
    }

    @Test
    void ofTheDomainAreAllNamed() {
        Answer answer = SERVER.api().post("/v1/threads", Json.text("""
                {
                  'projectId': 'proj_demo',
                  'prompt': 'a',
                  'repos': [
                    {'repoFullName': 'globex/site', 'branch': 'main'},
                    {'repoFullName': 'acme/app', 'branch': 'nowhere'}
                  ],
                  'browserSnapshotIds': ['snap_1', 'snap_2']
                }
                """));

        answer.invalid();
        assertThat(answer.paths())
                .containsExactly(
                        "$.repos[0].repoFullName",
                        "$.repos[1].branch",
                        "$.browserSnapshotIds[0]",
                        "$.browserSnapshotIds[1]");
    }

    @Test
    void ofNumbersNameTheirRange() {
        Answer answer = SERVER.api()
                .patch(
                        "/v1/projects/proj_demo/warm-pool",
                        Json.text("{'targetSize': 21, 'maxAgeMinutes': 29, 'setupCommands': [{'name': 'a'}]}"));

        answer.invalid();
        assertThat(answer.paths())
                .containsExactlyInAnyOrder("$.targetSize", "$.maxAgeMinutes", "$.setupCommands[0].command");
    }

    @Test
    void includeHalfAMachine() {
        Answer answer = SERVER.api().patch("/v1/projects/proj_demo/warm-pool", Json.text("{'targetSize': 2.5}"));

        answer.invalid();
        assertThat(answer.violations()).containsExactly("$.targetSize: must be a whole number, was 2.5");
    }
}
