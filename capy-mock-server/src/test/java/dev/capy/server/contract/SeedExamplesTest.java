package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.bytes;
import static dev.capy.server.contract.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the seeds are right by the documents. */
class SeedExamplesTest {

    private static final String SETUP = """
            {'vmSize': 'medium',
             'repositories': [{
               'repository': 'acme/app', 'branch': 'main',
               'scripts': {'initialize': 'pnpm install', 'updateAfterCheckout': null, 'startup': 'pnpm dev'},
               'commands': [{'name': 'Test', 'command': 'pnpm test'}]}],
             'hooks': {'pre': {'bash_run': ['pnpm lint']}}}
            """;

    private static final String SETUP_STATE = """
            {'source': 'setup',
             'legacyHooks': {'status': 'ignored', 'repositories': ['acme/app'], 'checkComplete': true},
             'setup': %s}
            """.formatted(SETUP);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "updateWarmPool | {'enabled':true,'targetSize':3,'branch':'main','setupCommands':[{'name':'install','command':'npm install'},{'name':'build','command':'npm run build'}]}",
                "testWarmPoolBoot | {}",
                "testWarmPoolBoot | {'setupCommands':[{'name':'install','command':'npm ci --ignore-scripts'}]}",
                "clearWarmPool | {'replenish':true}",
            })
    void theWarmPoolTakesItsBodies(String operation, String body) {
        assertTaken("capy-2026-06", operation, body);
    }

    @Test
    void aTestBootAnswersItsId() {
        assertThat(operation("capy-2026-06", "testWarmPoolBoot").check(200, json("{'id':'abc-123-def'}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"capy-2026-06", "capy-2026-07"})
    void setupCanBeSaved(String edition) {
        assertTaken(edition, "updateSetup", SETUP);
    }

    @Test
    void setupIsShownAsSince2026x07() {
        assertThat(operation("capy-2026-07", "getSetup").check(200, json(SETUP_STATE)))
                .isEmpty();
        assertThat(operation("capy-2026-06", "getSetup").check(200, json(SETUP_STATE)))
                .hasToString("[$.legacyWarmPool: is required]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{'enabled':true,'hasSetupCommands':false}"})
    void setupOf2026x06TellsOfTheWarmPoolToo(String warmPool) {
        ObjectNode state = (ObjectNode) json(SETUP_STATE);
        state.set("legacyWarmPool", json(warmPool));

        assertThat(operation("capy-2026-06", "getSetup").check(200, state)).isEmpty();
        assertThat(operation("capy-2026-07", "getSetup").project(200, state)).isEqualTo(json(SETUP_STATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"capy-2026-06", "capy-2026-07"})
    void aThreadCanBeAskedForWithEverything(String edition) {
        assertTaken(edition, "createAndStartThread", """
                {'projectId':'proj_demo','prompt':'Fix it','impersonateUserEmail':'ada@example.com',
                 'model':'claude-opus-4-8','speed':'fast','reasoning':{'mode':'off'},
                 'buildModel':'claude-fable-5','buildSpeed':'standard','buildReasoning':{'mode':'max'},
                 'repos':[{'repoFullName':'acme/app','branch':'main'}],'browserSnapshotIds':['x'],
                 'attachmentUrls':['https://example.com/a.png'],'tags':['urgent'],'slack':{'channel':'C1'},
                 'reliabilityInvestigationId':'rel_0123456789abcdef0123456789abcdef01234567'}
                """);
    }

    private static void assertTaken(String edition, String operation, String body) {
        assertThatCode(() -> {
                    JsonNode read = operation(edition, operation).readBody(bytes(body));
                    assertThat(read).isEqualTo(json(body));
                })
                .doesNotThrowAnyException();
    }

    private static Operation operation(String edition, String id) {
        return Edition.load(edition).operation(id).orElseThrow();
    }
}
