package dev.capy.server.controlplane;

import static dev.capy.server.controlplane.TwoPullRequests.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksControlTest {

    private static final String CHECKS = REPOSITORY + "/checks";

    private final TwoPullRequests world = new TwoPullRequests();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void arePendingUntilTheyComeOut() {
        JsonNode pending = world.post(CHECKS, "{'pull': 1, 'name': 'test'}").ok();
        assertThat(pending.path("status").asText()).isEqualTo("pending");
        assertThat(pending.path("conclusion").isNull()).isTrue();
        assertThat(world.get(CHECKS + "?pull=1").path("state").asText()).isEqualTo("pending");

        JsonNode completed = world.post(CHECKS, "{'pull': 1, 'name': 'test', 'conclusion': 'timed_out'}")
                .ok();

        assertThat(completed.path("status").asText()).isEqualTo("completed");
        JsonNode checks = world.get(CHECKS + "?pull=1");
        assertThat(checks.path("state").asText()).isEqualTo("failure");
        assertThat(checks.path("checks")).containsExactly(completed);
        assertThat(world.pull(1).path("checks")).isEqualTo(checks);
    }

    @Test
    void areOfACommitHoweverItIsNamed() {
        JsonNode pull = world.pull(2);
        String branch = pull.path("headRef").asText();
        String commit = pull.at("/checks/commit").asText();
        world.post(CHECKS, "{'branch': '" + branch + "', 'name': 'a', 'conclusion': 'success'}")
                .ok();
        world.post(CHECKS, "{'commit': '" + commit + "', 'name': 'b', 'conclusion': 'skipped'}")
                .ok();

        JsonNode checks = world.get(CHECKS + "?pull=2");

        assertThat(checks.path("checks").findValuesAsText("name")).containsExactly("a", "b");
        assertThat(checks.path("state").asText()).isEqualTo("success");
        assertThat(world.get(CHECKS + "?branch=" + branch)).isEqualTo(checks);
        assertThat(world.get(CHECKS + "?commit=" + commit)).isEqualTo(checks);
        assertThat(world.get(CHECKS + "?pull=1").path("checks")).isEmpty();
    }

    @Test
    void areWhatACaptainWaitsFor() {
        world.post("/scripts", """
                        {'first': true, 'scripts': [{'name': 'ci', 'captain': [
                          {'delegate': {'title': 'A', 'build': [
                            {'create': {'file': 'a.txt', 'text': 'a'}}, {'commit': 'A'}, 'openPullRequest']}},
                          'waitForTasks', {'waitFor': 'ci'}, {'say': 'Green.'}]}]}
                        """).ok();
        String thread = world.post("/threads", "{'projectId': 'proj_demo', 'prompt': 'a'}")
                .ok()
                .path("id")
                .asText();
        world.comeToRest();
        assertThat(runState(thread)).isEqualTo("waiting");

        world.post(CHECKS, "{'pull': 3, 'name': 'test', 'conclusion': 'success'}")
                .ok();
        world.comeToRest();

        assertThat(runState(thread)).isEqualTo("ready");
    }

    private String runState(String thread) {
        return world.server
                .api()
                .get("/v1/threads/" + thread)
                .ok()
                .path("runState")
                .asText();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'test'}                                  | $",
                "{'name': 'test', 'pull': 1, 'branch': 'main'}     | $",
                "{'pull': 1}                                       | $.name",
                "{'pull': 1, 'name': ' '}                          | $.name",
                "{'pull': 0, 'name': 'test'}                       | $.pull",
                "{'pull': 1, 'name': 'test', 'conclusion': 'good'} | $.conclusion"
            })
    void refusesWhatIsNoCheck(String body, String path) {
        assertThat(world.post(CHECKS, body).invalid().paths()).containsExactly(path);
    }

    @Test
    void haveNamesOfSomeLengthAtMost() {
        String name = "x".repeat(1001);

        assertThat(world.post(CHECKS, "{'pull': 1, 'name': '" + name + "'}")
                        .invalid()
                        .violations())
                .containsExactly("$.name: must be at most 1000 characters, has 1001");
        assertThat(world.post(CHECKS, "{'branch': '" + name + "', 'name': 'test'}")
                        .invalid()
                        .paths())
                .containsExactly("$.branch");
    }

    @Test
    void areOfCommitsThatAreThere() {
        world.post(CHECKS, "{'pull': 9, 'name': 'test'}").refused(404, "not_found");
        world.post(CHECKS, "{'commit': 'abc', 'name': 'test'}").refused(404, "not_found");
        world.server.control().get(CHECKS + "?branch=dev").refused(404, "not_found");
        assertThat(world.server.control().get(CHECKS).invalid().violations())
                .containsExactly("$: must name exactly one of pull, commit and branch");
        world.server.control().get(CHECKS + "?branch=main&pull=1").invalid();
    }
}
