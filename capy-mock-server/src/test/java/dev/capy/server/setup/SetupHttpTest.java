package dev.capy.server.setup;

import static dev.capy.server.setup.SetupServer.HOOKED;
import static dev.capy.server.setup.SetupServer.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Setup over HTTP (source: seed 004 and the published document). */
class SetupHttpTest {

    private static final String BARE = "{'repository': 'acme/app', 'branch': 'main', 'scripts': {'initialize': null,"
            + " 'updateAfterCheckout': null, 'startup': null}, 'commands': []}";

    private final SetupServer setups = new SetupServer();

    @AfterEach
    void close() {
        setups.close();
    }

    private static JsonNode json(String quoted) {
        return Json.parse(Json.text(quoted));
    }

    @Test
    void ofAProjectWithoutOneNamesItsRepositories() {
        assertThat(setups.get(PLAIN))
                .isEqualTo(json("{'source': 'none',"
                        + " 'legacyHooks': {'status': 'none', 'repositories': [], 'checkComplete': true},"
                        + " 'legacyWarmPool': null, 'setup': {'repositories': [" + BARE + "]}}"));
    }

    @Test
    void ofAProjectWithHooksShowsThem() {
        assertThat(setups.get(HOOKED))
                .isEqualTo(json("{'source': 'legacy',"
                        + " 'legacyHooks': {'status': 'active', 'repositories': ['acme/hooked'], 'checkComplete': true},"
                        + " 'legacyWarmPool': null, 'setup': {'repositories': ["
                        + "{'repository': 'acme/hooked', 'branch': 'main', 'scripts': {"
                        + "'initialize': 'npm ci\\nnpm run build', 'updateAfterCheckout': null, 'startup': null},"
                        + " 'commands': []}],"
                        + " 'hooks': {'post': {'edit': ['npx prettier ${file_path}']},"
                        + " 'context': {'maxOutputLength': 500}}}}"));
    }

    @Test
    void comesBackAsItWasSaved() {
        String full = "{'vmSize': 'hyper', 'repositories': [{'repository': 'acme/app', 'branch': 'main',"
                + " 'scripts': {'initialize': 'a\\nb', 'updateAfterCheckout': '', 'startup': 'c'},"
                + " 'timeouts': {'initialize': 60, 'startup': 3600},"
                + " 'commands': [{'name': 'Test', 'command': 't'}, {'name': 'Lint', 'command': 'l'}]}],"
                + " 'hooks': {'pre': {'bash_run': {'commands': ['d'], 'agents': ['build', 'review']}, 'read': []},"
                + " 'post': {'write': ['e', 'f'], 'any tool': ['g']},"
                + " 'context': {'maxOutputLength': 9007199254740991, 'truncateStrategy': 'middle'}}}";

        JsonNode saved = setups.save(PLAIN, full).ok();

        assertThat(saved.get("setup")).isEqualTo(json(full));
        assertThat(setups.get(PLAIN)).isEqualTo(saved);
    }

    @Test
    void keepsTheSizeAndTheHooksThatABodyDoesNotName() {
        setups.save(PLAIN, "{'vmSize': 'large', 'hooks': {'pre': {'edit': ['x']}}, 'repositories': []}")
                .ok();

        JsonNode saved = setups.save(PLAIN, "{'repositories': [" + BARE + "]}").ok();

        assertThat(saved.get("setup"))
                .isEqualTo(
                        json("{'vmSize': 'large', 'repositories': [" + BARE + "], 'hooks': {'pre': {'edit': ['x']}}}"));
    }

    @Test
    void losesItsHooksWhenABodySaysSo() {
        setups.save(PLAIN, "{'hooks': {'pre': {'edit': ['x']}}, 'repositories': []}")
                .ok();

        assertThat(setups.save(PLAIN, "{'hooks': {}, 'repositories': []}").ok().get("setup"))
                .isEqualTo(json("{'repositories': []}"));
    }

    @Test
    void isRefusedWhileHooksAreInForceAndSaysWhatToDo() {
        Answer refused = setups.save(HOOKED, "{'repositories': []}").invalid();

        assertThat(refused.paths()).containsExactly("$.replaceLegacyHooks");
        assertThat(refused.message()).contains("acme/hooked", "?replaceLegacyHooks=true");
        assertThat(setups.get(HOOKED).path("source").asText()).isEqualTo("legacy");
    }

    @Test
    void takesTheHooksPlaceOnceThatIsConfirmed() {
        JsonNode saved = setups.replace(HOOKED, "{'repositories': []}").ok();

        assertThat(saved.path("source").asText()).isEqualTo("setup");
        assertThat(saved.at("/legacyHooks/status").asText()).isEqualTo("ignored");
        setups.save(HOOKED, "{'repositories': []}").ok();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                             | $.repositories",
                "{'repositories': [{'repository': 'acme/app'}]}                 | $.repositories[0].branch",
                "{'repositories': [], 'environmentVariables': {'TOKEN': 'x'}}   | $.environmentVariables",
                "{'repositories': [], 'secrets': ['x']}                         | $.secrets",
                "{'repositories': [], 'vmSize': 'tiny'}                         | $.vmSize",
                "{'repositories': [], 'hooks': {'context': {'maxOutputLength': 0}}} | $.hooks.context.maxOutputLength"
            })
    void isRefusedWhereItsShapeIsWrong(String quoted, String path) {
        assertThat(setups.save(PLAIN, quoted).invalid().paths()).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/hooked", "globex/site", "acme/App", "app", ""})
    void isRefusedWhereItNamesARepositoryThatIsNotTheProjects(String repository) {
        String body = "{'repositories': [" + BARE + ", " + BARE.replace("acme/app", repository) + "]}";

        assertThat(setups.save(PLAIN, body).invalid().paths()).containsExactly("$.repositories[1].repository");
    }

    @Test
    void isRefusedWhereItNamesARepositoryTwiceOrABranchThatIsNotThere() {
        String nowhere = BARE.replace("main", "nowhere");

        assertThat(setups.save(PLAIN, "{'repositories': [" + BARE + ", " + BARE + "]}")
                        .invalid()
                        .paths())
                .containsExactly("$.repositories[1].repository");
        assertThat(setups.save(PLAIN, "{'repositories': [" + nowhere + "]}")
                        .invalid()
                        .paths())
                .containsExactly("$.repositories[0].branch");
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 3601})
    void isRefusedWhereATimeoutIsOutOfRange(int seconds) {
        String body = "{'repositories': ["
                + BARE.replace("'commands'", "'timeouts': {'startup': " + seconds + "}, 'commands'") + "]}";

        assertThat(setups.save(PLAIN, body).invalid().paths()).containsExactly("$.repositories[0].timeouts.startup");
    }

    @ParameterizedTest
    @CsvSource({"false, , false", "true, , true", "true, [], false"})
    void tellsOfTheWarmPoolWhileItIsOn(boolean hasOwn, String commands, boolean expected) {
        String own = commands == null ? "[{'name': 'n', 'command': 'true'}]" : commands;
        setups.server
                .api()
                .patch(
                        "/v1/projects/proj_demo/warm-pool",
                        Json.text("{'enabled': true" + (hasOwn ? ", 'setupCommands': " + own : "") + "}"))
                .ok();

        assertThat(setups.get(PLAIN).get("legacyWarmPool"))
                .isEqualTo(json("{'enabled': true, 'hasSetupCommands': " + expected + "}"));

        setups.server
                .api()
                .patch("/v1/projects/proj_demo/warm-pool", Json.text("{'enabled': false}"))
                .ok();
        assertThat(setups.get(PLAIN).get("legacyWarmPool").isNull()).isTrue();
    }

    @Test
    void isForTheProjectsOwnPeople() {
        String path = "/v1/projects/proj_demo/setup";

        setups.server
                .as("capy_demo_member")
                .patch(path, Json.text("{'repositories': []}"))
                .ok();
        setups.server.as("capy_demo_outsider").get(path).refused(403, "forbidden");
        setups.server
                .as("capy_demo_outsider")
                .patch(path, Json.text("{'repositories': []}"))
                .refused(403, "forbidden");
        setups.server.api().get("/v1/projects/proj_none/setup").refused(404, "not_found");
        setups.server.anonymous().get(path).refused(401, "unauthorized");
    }
}
