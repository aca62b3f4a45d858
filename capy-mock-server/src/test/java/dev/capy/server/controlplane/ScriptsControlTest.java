package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsControlTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areNoneAtFirst() {
        assertThat(list()).isEqualTo(json("{'scripts': [], 'unused': []}"));
    }

    @Test
    void areAddedAfterTheOthersOrBeforeThem() {
        add("[{'name': 'a', 'captain': []}, {'name': 'b', 'build': ['think', 'crashVm']}]");
        JsonNode answer = server.control()
                .post(
                        "/scripts",
                        Json.text("{'first': true, 'scripts': [{'name': 'c', 'review': ['think']},"
                                + " {'name': 'd', 'captain': []}]}"))
                .ok();

        assertThat(answer.path("scripts").findValuesAsText("name")).containsExactly("c", "d", "a", "b");
        assertThat(answer.path("scripts").findValuesAsText("agent"))
                .containsExactly("review", "captain", "captain", "build");
        assertThat(answer.path("scripts").findValuesAsText("steps")).containsExactly("1", "0", "0", "2");
        assertThat(list()).isEqualTo(answer);
    }

    @Test
    void tellWhatTheyAreFor() {
        add("[{'name': 'a', 'captain': [], 'when': {'project': 'proj_demo', 'prompt': 'x', 'tag': 't',"
                + " 'origin': 'slack', 'nth': 2}},"
                + "{'name': 'b', 'captain': [], 'when': {'prompt': {'exact': 'x'}}},"
                + "{'name': 'c', 'captain': [], 'when': {'prompt': {'regex': 'x+'}}},"
                + "{'name': 'd', 'captain': [], 'when': {}}]");

        JsonNode scripts = list().path("scripts");

        assertThat(scripts.at("/0/when"))
                .isEqualTo(json("{'project': 'proj_demo', 'prompt': {'text': 'x'}, 'tag': 't', 'origin': 'slack',"
                        + " 'nth': 2}"));
        assertThat(scripts.at("/1/when")).isEqualTo(json("{'prompt': {'exact': 'x'}}"));
        assertThat(scripts.at("/2/when")).isEqualTo(json("{'prompt': {'regex': 'x+'}}"));
        assertThat(scripts.path(3).has("when")).isFalse();
    }

    @Test
    void tellWhichNobodyHasFollowed() {
        add("[{'name': 'second', 'captain': [], 'when': {'nth': 2}}, {'name': 'used', 'captain': []},"
                + " {'name': 'late', 'captain': []}]");
        server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                .ok();

        JsonNode list = list();

        assertThat(list.path("unused")).isEqualTo(json("['second', 'late']"));
        assertThat(list.path("scripts").findValuesAsText("uses")).containsExactly("0", "1", "0");
        assertThat(list.path("scripts").findValuesAsText("fitting")).containsExactly("1", "1", "1");
    }

    @Test
    void areRemovedOneByOneOrAllAtOnce() {
        add("[{'name': 'a', 'captain': []}, {'name': 'b / c', 'captain': []}, {'name': 'd', 'captain': []}]");

        assertThat(delete("/scripts/b%20%2F%20c").ok().path("scripts").findValuesAsText("name"))
                .containsExactly("a", "d");
        assertThat(delete("/scripts").ok()).isEqualTo(json("{'scripts': [], 'unused': []}"));
        assertThat(delete("/scripts").ok()).isEqualTo(list());
    }

    @Test
    void areNotRemovedWhereThereAreNone() {
        assertThat(delete("/scripts/login").refused(404, "not_found").message())
                .isEqualTo("There is no script called login");
        delete("/scripts?world=nowhere").refused(404, "not_found");
    }

    @Test
    void areAddedAllOrNotAtAll() {
        add("[{'name': 'taken', 'captain': []}]");
        String before = server.world().digest();

        Answer answer = post("[{'name': 'new', 'captain': []}, {'name': 'taken', 'build': []}]");

        assertThat(answer.refused(409, "conflict").message()).isEqualTo("There is a script called taken already");
        assertThat(server.world().digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                    | $.scripts",
                "{}                                                    | $.scripts",
                "['think']                                             | $.scripts[0]",
                "[{'name': 'a'}]                                       | $.scripts[0]",
                "[{'captain': []}]                                     | $.scripts[0].name",
                "[{'name': 'a', 'captain': [{'delegate': {'titel': 'x'}}]}] | $.scripts[0].captain[0].delegate.titel",
                "[{'name': 'a', 'captain': []}, {'name': 'a', 'build': []}] | $.scripts[1].name",
                "[{'name': 'a', 'captain': [], 'when': {'project': 'p'}}]   | $.scripts[0].when.project",
                "[{'name': 'a', 'build': [{'edit': {'find': '', 'replace': 'x'}}]}] | $.scripts[0].build[0].edit.find"
            })
    void refusesWhatIsNoScript(String scripts, String path) {
        assertThat(post(scripts).invalid().paths()).contains(path);
        assertThat(list().path("scripts")).isEmpty();
    }

    private JsonNode list() {
        return server.control().get("/scripts").ok();
    }

    private void add(String scripts) {
        post(scripts).ok();
    }

    private Answer post(String scripts) {
        return server.control().post("/scripts", Json.text("{'scripts': " + scripts + "}"));
    }

    private Answer delete(String path) {
        return server.control().request("DELETE", path).send();
    }

    private static JsonNode json(String quoted) {
        return Json.parse(Json.text(quoted));
    }
}
