package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.bytes;
import static dev.capy.server.contract.Bodies.json;
import static dev.capy.server.contract.Bodies.operation;
import static dev.capy.server.contract.Bodies.operationOf;
import static dev.capy.server.contract.Bodies.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.core.kernel.error.Invalid;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private static final Operation CREATE = operation("createAndStartThread");
    private static final Operation POOL = operation("updateWarmPool");

    @Test
    void givesBackWhatIsRight() {
        String body = "{'projectId':'p','prompt':'go','repos':[{'repoFullName':'a/b','branch':'main'}],'tags':['a_1']}";

        assertThat(CREATE.readBody(bytes(body))).isEqualTo(json(body));
    }

    @Test
    void namesEveryViolationNotOnlyTheFirst() {
        assertThat(refusals(
                        CREATE,
                        "{'promt':'go','projectId':7,'prompt':'','tags':['a','B'],'reasoning':{'mode':'deep'}}"))
                .containsExactly(
                        "$.projectId: must be a string, was 7",
                        "$.prompt: must be at least 1 character",
                        "$.promt: is not a known field; did you mean prompt? known fields are attachmentUrls,"
                                + " browserSnapshotIds, buildModel, buildReasoning, buildSpeed, impersonateUserEmail,"
                                + " model, projectId, prompt, reasoning, reliabilityInvestigationId, repos, slack,"
                                + " speed, tags",
                        "$.reasoning.mode: must be one of off, on, none, minimal, low, medium, high, xhigh, max,"
                                + " was 'deep'",
                        "$.tags[1]: must match ^[a-z0-9][a-z0-9_-]{0,63}$, was 'B'");
    }

    @Test
    void saysWhichRequestPartWasRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> CREATE.readBody(bytes("{}")))
                .withMessage("Request body validation failed");
    }

    @Test
    void namesAMissingFieldByItsOwnPath() {
        assertThat(refusals(CREATE, "{'repos':[{'branch':'main'}]}"))
                .containsExactly(
                        "$.projectId: is required", "$.prompt: is required", "$.repos[0].repoFullName: is required");
    }

    @Test
    void quotesANameThatIsNoIdentifier() {
        assertThat(refusals(operation("clearWarmPool"), "{'it\\\\s a \\u0000':1}"))
                .containsExactly("$['it\\\\s a \\u0000']: is not a known field; known fields are replenish");
    }

    @Test
    void speaksOfTheOneFormBesideNull() {
        assertThat(refusals(POOL, "{'branch':3,'setupCommands':'npm ci'}"))
                .containsExactly(
                        "$.branch: must be a string or null, was 3",
                        "$.setupCommands: must be an array or null, was 'npm ci'");
        assertThat(refusals(POOL, "{'setupCommands':[{'name':'x'},null]}"))
                .containsExactly(
                        "$.setupCommands[0].command: is required", "$.setupCommands[1]: must be an object, was null");
    }

    @Test
    void acceptsNullWhereItIsAForm() {
        assertThat(POOL.readBody(bytes("{'branch':null,'setupCommands':null}"))).hasSize(2);
    }

    @Test
    void saysTheWholeRangeOfANumber() {
        assertThat(refusals(POOL, "{'targetSize':0,'maxAgeMinutes':181}"))
                .containsExactly(
                        "$.maxAgeMinutes: must be a number from 30 to 180, was 181",
                        "$.targetSize: must be a number from 1 to 20, was 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e400", "-1e400", "99999999999999999999", "1e999999999", "1e-999999999", "-0.0", "20.0001"})
    void comparesNumbersOfAnySize(String number) {
        assertThat(refusals(POOL, "{'targetSize':" + number + "}"))
                .singleElement()
                .asString()
                .startsWith("$.targetSize: must be a number from 1 to 20, was ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is required, and must be JSON",
                "'  ' | is required, and must be JSON",
                "{ | must be JSON, and ends too early, at line 1, column 2",
                "{\"a\":NaN} | must be JSON, and is not, at line 1, column 9",
                "{'a':1} | must be JSON, and is not, at line 1, column 2",
                "nonsense | must be JSON, and is not, at line 1, column 1",
                "{\"a\":1,} | must be JSON, and is not, at line 1, column 8",
                "{\"a\":1e99999999999} | must not hold a number with an exponent as long as this",
                "{\"a\":1,\"a\":2} | 'must not name a field twice, and does so with ''a'', at line 1, column 11'",
                "{} {} | must be one JSON value, and is followed by another, at line 1, column 4",
                "[] | must be an object, was an array",
                "null | must be an object, was null",
                "7 | must be an object, was 7"
            })
    void saysWhereTextIsNoJson(String body, String message) {
        assertThat(refusals(() -> CREATE.readBody(body.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("$: " + message);
    }

    @Test
    void readsNothingButUtf8() {
        assertThat(refusals(() -> CREATE.readBody(new byte[] {'"', (byte) 0xff, '"'})))
                .containsExactly("$: must be JSON in UTF-8, and holds bytes that are not UTF-8");
        assertThat(refusals(() -> CREATE.readBody("{\"prompt\":\"go\"}".getBytes(StandardCharsets.UTF_16))))
                .hasSize(1);
    }

    @Test
    void takesNulAndRefusesHalfACharacter() {
        assertThat(CREATE.readBody(bytes("{'projectId':'p','prompt':'\\u0000 \\ud83d\\ude00'}"))
                        .path("prompt")
                        .asText())
                .isEqualTo("\0 😀");
        assertThat(refusals(CREATE, "{'projectId':'p','prompt':'a\\ud83d','tags':['\\udc00']}"))
                .containsExactly(
                        "$.prompt: must be Unicode text, and holds half of a surrogate pair at index 1",
                        "$.tags[0]: must be Unicode text, and holds half of a surrogate pair at index 0");
        assertThat(refusals(CREATE, "{'\\ud83d':1}"))
                .containsExactly("$: must be Unicode text, and holds half of a surrogate pair, at line 1, column 9");
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThat(refusals(CREATE, "[".repeat(100_000)))
                .containsExactly("$: must not be nested deeper than 100 levels");
        assertThat(refusals(CREATE, "[".repeat(100) + "]".repeat(100)))
                .containsExactly("$: must be an object, was an array");
    }

    @Test
    void assertsFormats() {
        String body = "{'projectId':'p','prompt':'go','impersonateUserEmail':'%s','attachmentUrls':['%s']}";

        assertThat(refusals(CREATE, body.formatted("nobody", "/relative")))
                .containsExactly(
                        "$.attachmentUrls[0]: must be an absolute URI such as https://example.com/a.png,"
                                + " was '/relative'",
                        "$.impersonateUserEmail: must be an e-mail address, was 'nobody'");
        assertThat(CREATE.readBody(bytes(body.formatted("ann.lee+x@corp.test", "https://a.example/b?c=d#e"))))
                .isNotEmpty();
    }

    @Test
    void echoesNoSecret() {
        Operation operation = operationOf("""
                type: object
                properties: {secret: {type: string, maxLength: 3, pattern: '^x$', writeOnly: true}}
                """);

        assertThat(refusals(operation, "{'secret':'hunter2'}"))
                .hasSize(2)
                .noneMatch(violation -> violation.contains("hunter2"));
        assertThat(refusals(operation, "{'secret':1234567}")).containsExactly("$.secret: must be a string");
    }

    @Test
    void needsNoBodyWhereNoneIsRequired() {
        Operation stop = operation("stopThread");

        assertThat(stop.hasBody()).isFalse();
        assertThat(stop.readBody(bytes("whatever"))).isEqualTo(json("{}"));
        Operation optional = Bodies.edition("""
                paths:
                  /a: {post: {operationId: a, requestBody: {content: {application/json: {schema: {type: object}}}}}}
                """).operation("a").orElseThrow();
        assertThat(optional.bodyRequired()).isFalse();
        assertThat(optional.readBody(new byte[0])).isEqualTo(json("{}"));
        assertThat(refusals(optional, "[]")).containsExactly("$: must be an object, was an array");
    }
}
