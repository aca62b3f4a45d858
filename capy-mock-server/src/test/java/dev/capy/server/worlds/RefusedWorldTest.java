package dev.capy.server.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worlds that cannot be opened as the body wants them. */
class RefusedWorldTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sede': 1}                                                 | $.sede",
                "{'seed': 1.5}                                               | $.seed",
                "{'seed': '1'}                                               | $.seed",
                "{'seed': 9223372036854775808}                               | $.seed",
                "{'edition': '2001-01'}                                      | $.edition",
                "{'clock': 'wall'}                                           | $.clock",
                "{'clock': 'realtime', 'speed': 0}                           | $.speed",
                "{'clock': 'realtime', 'speed': 1e999}                       | $.speed",
                "{'clock': 'realtime', 'speed': 1e-999}                      | $.speed",
                "{'speed': 10}                                               | $.speed",
                "{'timeToLive': 'soon'}                                      | $.timeToLive",
                "{'timeToLive': 'PT0S'}                                      | $.timeToLive",
                "{'timeToLive': 'PT-1S'}                                     | $.timeToLive",
                "{'timeToLive': 'P99999999D'}                                | $.timeToLive",
                "{'fixture': []}                                             | $.fixture",
                "{'fixture': {}, 'fixtureYaml': 'hosts: []'}                 | $.fixtureYaml",
                "{'state': {'version': 2}}                                   | $.state.version",
                "{'state': {'version': 1}}                                   | $.state.parts",
                "{'state': {'version': 1}, 'seed': 1}                        | $.seed",
                "{'state': {'version': 1}, 'fixture': {}}                    | $.fixture",
                "{'fixtureYaml': ': :'}                                      | $.fixtureYaml",
                "{'scripts': [{'name': 'a', 'captain': [{'sya': 'b'}]}]}     | $.scripts[0].captain[0].sya",
                "{'scripts': [{'name': 'a', 'when': {'project': 'x'}, 'build': []}]} | $.scripts[0].when.project",
                "{'fixture': {'hosts': [{'id': 'a', 'vcup': 1}]}}            | $.fixture.hosts[0].vcup",
                "{'fixture': {'edition': '2001-01'}}                         | $.fixture.edition",
                "[]                                                          | $"
            })
    void tellWhatIsWrong(String body, String path) {
        Answer answer = SERVER.control().post("/worlds", Json.text(body));

        assertThat(answer.invalid().paths()).contains(path);
        assertThat(SERVER.server().worlds()).hasSize(1);
    }

    @Test
    void tellTheNearestNameOfWhatIsUnknown() {
        String body = Json.text("{'fixture': {'organisations': [], 'latencies': {'vm': {'boots': '1s'}}}}");

        assertThat(SERVER.control().post("/worlds", body).invalid().violations())
                .containsExactly(
                        "$.fixture.organisations: is not known here: must be one of edition, organizations, repositories,"
                                + " capx, scripts, hosts, sizes, latencies, capxCosts, commands (did you mean 'organizations'?)",
                        "$.fixture.latencies.vm.boots: is not known here: must be one of boot, resume, restore, stop"
                                + " (did you mean 'boot'?)");
    }

    @Test
    void tellWhatDoesNotFitTogether() {
        String body = Json.text("""
                {'fixture': {'organizations': [{'id': 'org', 'projects': [
                    {'id': 'p', 'repos': [{'repository': 'acme/nothing'}]}, {'id': 'p', 'taskCode': 'Q'}]}]}}""");

        assertThat(SERVER.control().post("/worlds", body).invalid().paths())
                .containsExactlyInAnyOrder(
                        "$.fixture.organizations[0].projects[0].repos[0].repository",
                        "$.fixture.organizations[0].projects[1].id");
    }

    @Test
    void tellTheLinesOfYaml() {
        String body = Json.text("{'fixtureYaml': 'hosts: []\\nscripst: []'}");

        assertThat(SERVER.control().post("/worlds", body).invalid().violations())
                .singleElement()
                .asString()
                .startsWith("$.fixtureYaml: fixtureYaml:2: scripst: is not known here")
                .endsWith("(did you mean 'scripts'?)");
    }

    @Test
    void mayNotImportFilesOfThisMachine() {
        String repository = "{'name': 'acme/app', 'import': {'directory': '/etc'}}";

        assertThat(SERVER.control()
                        .post("/worlds", Json.text("{'fixture': {'repositories': [" + repository + "]}}"))
                        .invalid()
                        .violations())
                .singleElement()
                .asString()
                .startsWith("$.fixture.repositories[0].import: only a fixture file can import");
        assertThat(SERVER.control()
                        .post("/worlds", Json.text("{'fixtureYaml': 'repositories: [{name: a/b, import: {git: .}}]'}"))
                        .invalid()
                        .violations())
                .singleElement()
                .asString()
                .contains("only a fixture file can import");
    }

    @Test
    void doNotTakeAScriptsNameTwice() {
        String script = "[{'name': 'a', 'captain': []}]";

        SERVER.control()
                .post("/worlds", Json.text("{'fixture': {'scripts': " + script + "}, 'scripts': " + script + "}"))
                .refused(409, "conflict");

        assertThat(SERVER.server().worlds()).hasSize(1);
    }

    @Test
    void tellNotMoreThanAnyoneReads() {
        String keys = IntStream.range(0, 500).mapToObj(i -> "'k" + i + "': 1").collect(Collectors.joining(", "));

        assertThat(SERVER.control()
                        .post("/worlds", Json.text("{'fixture': {" + keys + "}}"))
                        .invalid()
                        .violations())
                .hasSize(101)
                .endsWith("$: has 400 more violations");
    }
}
