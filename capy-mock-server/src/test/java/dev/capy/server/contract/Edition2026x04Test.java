package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.bytes;
import static dev.capy.server.contract.Bodies.json;
import static dev.capy.server.contract.Bodies.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The task-centric generation, of which no document was published: what the reference says of it. */
class Edition2026x04Test {

    private static final Edition EDITION = Edition.load("capy-2026-04");

    /** Where this generation and the next say the same. */
    private static final List<String> UNCHANGED = List.of(
            "listProjects",
            "getProject",
            "stopThread",
            "listThreadMessages",
            "getThreadSessionToken",
            "verifySession",
            "getWarmPool",
            "updateWarmPool",
            "testWarmPoolBoot",
            "listWarmPoolInstances",
            "getWarmPoolInstance",
            "clearWarmPool",
            "listBrowserSnapshots",
            "createBrowserSnapshot",
            "getBrowserSnapshot",
            "updateBrowserSnapshot",
            "deleteBrowserSnapshot");

    private static final String PULL_REQUEST = """
            {'number':7,'url':'https://github.com/acme/app/pull/7','repoFullName':'acme/app','state':'closed',
             'headRef':'capy/fix-login-1','baseRef':'main','draft':false}
            """;

    private static final String SLACK = "{'teamId':'T1','channelId':'C1','threadTs':'1.2','url':'https://s.test/1'}";

    private static final String LISTED_TASK = """
            'id':'550e8400-e29b-41d4-a716-446655440000','projectId':'proj_123','identifier':'SCO-123',
            'title':'Fix the login','status':'needs_review','labels':['bug'],'pullRequest':%s,'slackThreads':[%s],
            'createdAt':'2026-04-01T10:00:00.000Z','updatedAt':'2026-04-01T10:05:00.000Z'
            """.formatted(PULL_REQUEST, SLACK);

    private static final String JAM = """
            {'id':'jam_123','status':'idle','model':'gpt-5.4','pullRequest':null,
             'branches':{'acme/app':'capy/fix-login-1'},
             'git':{'remoteUrl':'https://github.com/acme/app.git','lastCommitSha':null},'slackThreads':[],
             'credits':{'llm':0.25,'vm':0},'createdAt':'2026-04-01T10:00:00.000Z',
             'updatedAt':'2026-04-01T10:05:00.000Z'}
            """;

    private static final String TASK = "{" + LISTED_TASK + ",'prompt':'Fix it','jams':[" + JAM + "]}";

    @Test
    void hasTheOperationsOfTheSeedsIndex() {
        assertThat(EDITION.operations())
                .extracting(Operation::id)
                .containsExactlyInAnyOrder(
                        "createTask",
                        "listTasks",
                        "getTask",
                        "startTask",
                        "stopTask",
                        "sendTaskMessage",
                        "createTaskPullRequest",
                        "getTaskDiff",
                        "createAndStartThread",
                        "listThreads",
                        "getThread",
                        "stopThread",
                        "sendThreadMessage",
                        "listThreadMessages",
                        "getThreadSessionToken",
                        "verifySession",
                        "listProjects",
                        "getProject",
                        "listModels",
                        "getWarmPool",
                        "updateWarmPool",
                        "testWarmPoolBoot",
                        "listWarmPoolInstances",
                        "getWarmPoolInstance",
                        "clearWarmPool",
                        "listBrowserSnapshots",
                        "createBrowserSnapshot",
                        "getBrowserSnapshot",
                        "updateBrowserSnapshot",
                        "deleteBrowserSnapshot")
                .hasSize(30);
    }

    @Test
    void compilesEverySchema() {
        assertThatCode(EDITION::warmUp).doesNotThrowAnyException();
    }

    @Test
    void closesEveryObject() {
        List<JsonNode> objects = new ArrayList<>();
        collectObjects(EDITION.document().path("components").path("schemas"), objects);

        assertThat(objects).hasSizeGreaterThan(50).allMatch(schema -> schema.has("additionalProperties"));
    }

    @Test
    void declaresTheStatusesOfEachOperation() {
        List<String> usual = List.of("200", "401", "403", "404", "422", "500");
        List<String> ofSessions = List.of("200", "401", "403", "404", "410", "422", "500");

        for (JsonNode path : EDITION.document().path("paths")) {
            for (JsonNode operation : path) {
                if (operation.has("operationId")) {
                    List<String> statuses = new ArrayList<>();
                    operation.path("responses").fieldNames().forEachRemaining(statuses::add);
                    String id = operation.path("operationId").asText();
                    assertThat(statuses).as(id).isEqualTo(id.equals("getThreadSessionToken") ? ofSessions : usual);
                }
            }
        }
    }

    @Test
    void saysTheSameAsTheNextGenerationWhereNothingChanged() {
        Map<String, JsonNode> next = CanonicalOperations.of(OpenApiDocument.read("capy-2026-06"));
        Map<String, JsonNode> ours = CanonicalOperations.of(OpenApiDocument.read("capy-2026-04"));
        next.keySet().retainAll(UNCHANGED);

        assertThat(ours).containsKeys(UNCHANGED.toArray(String[]::new));
        assertThat(next).hasSizeGreaterThanOrEqualTo(10).allSatisfy((id, their) -> {
            JsonNode our = ours.getOrDefault(id, MissingNode.getInstance());
            assertThat(CanonicalOperations.differences(id, our, their)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"550e8400-e29b-41d4-a716-446655440000", "SCO-123"})
    void namesATaskByItsIdOrItsIdentifier(String taskId) {
        assertThatCode(() -> operation("getTask").checkPath(Map.of("taskId", taskId)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "createTask | {'projectId':'p','prompt':'go'}",
                "createTask | {'projectId':'p','prompt':'go','title':'t','labels':['bug'],'start':true,'model':'auto',"
                        + "'repos':[{'repoFullName':'a/b','branch':'main'}],'attachmentUrls':['https://a.test/b.png']}",
                "startTask | {'model':'gpt-5.4-fast'}",
                "stopTask | {}",
                "stopTask | {'reason':'enough'}",
                "sendTaskMessage | {'message':'go on','attachmentUrls':['https://a.test/b.png']}",
                "createTaskPullRequest | {'title':'t','description':'d','draft':true}",
                "createAndStartThread | {'projectId':'p','prompt':'go','model':'qwen-3-coder','attachmentUrls':[],"
                        + "'repos':[{'repoFullName':'a/b','branch':'main'}]}",
                "sendThreadMessage | {'message':'go on','model':'kimi-k2.5','attachmentUrls':[]}",
                "verifySession | {'token':'x.y.z'}",
                "updateWarmPool | {'enabled':true,'targetSize':3,'branch':'main',"
                        + "'setupCommands':[{'name':'install','command':'npm ci'}]}",
                "testWarmPoolBoot | {}",
                "clearWarmPool | {'replenish':true}",
                "createBrowserSnapshot | {'name':'n','storageState':{'cookies':[{'name':'s','value':'v','path':'/',"
                        + "'domain':'.a.test','expires':-1,'httpOnly':true,'secure':true,'sameSite':'None'}],"
                        + "'origins':[{'origin':'https://a.test','localStorage':[{'name':'k','value':'v'}]}]}}",
                "updateBrowserSnapshot | {'isPrivate':true}"
            })
    void takes(String id, String body) {
        assertThat(operation(id).readBody(bytes(body))).isEqualTo(json(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"startTask", "stopTask", "createTaskPullRequest"})
    void takesNoBodyWhereNothingHasToBeSaid(String id) {
        assertThat(operation(id).readBody(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "createTask | {'projectId':'p'} | $.prompt",
                "createTask | {'projectId':'p','prompt':''} | $.prompt",
                "createTask | {'projectId':'p','prompt':'go','tags':[]} | $.tags",
                "createTask | {'projectId':'p','prompt':'go','model':'claude-opus-4-8'} | $.model",
                "startTask | {'model':'gemini-3.1-pro-preview'} | $.model",
                "sendTaskMessage | {'message':'go on','model':'auto'} | $.model",
                "createAndStartThread | {'projectId':'p','prompt':'go','speed':'fast'} | $.speed",
                "createAndStartThread | {'projectId':'p','prompt':'go','tags':['a']} | $.tags",
                "sendThreadMessage | {'message':'go on','messageId':'m'} | $.messageId",
                "verifySession | {'token':''} | $.token",
                "updateWarmPool | {'targetSize':21} | $.targetSize",
                "createBrowserSnapshot | {'name':'n','storageState':{'cookies':[]}} | $.storageState.origins",
                "updateBrowserSnapshot | {'storageState':{'cookies':[],'origins':[]}} | $.storageState"
            })
    void refuses(String id, String body, String path) {
        assertThat(refusals(operation(id), body)).singleElement().asString().startsWith(path + ": ");
    }

    @Test
    void asksForDiffsByTheirOldModes() {
        Operation diff = operation("getTaskDiff");

        for (String mode : List.of("run", "uncommitted", "pr")) {
            assertThat(diff.readQuery(Map.of("mode", List.of(mode))).text("mode"))
                    .contains(mode);
        }
        assertThat(diff.readQuery(Map.of()).text("mode")).isEmpty();
        assertThat(refusals(() -> diff.readQuery(Map.of("mode", List.of("all")))))
                .containsExactly("$.mode: must be one of run, uncommitted, pr, was 'all'");
    }

    @Test
    void filtersListsByWhatClientsSend() {
        for (String id : List.of("listTasks", "listThreads")) {
            assertThat(operation(id)
                            .readQuery(Map.of(
                                    "projectId", List.of("proj_123"),
                                    "prNumber", List.of("7"),
                                    "branch", List.of("capy/fix-login-1"),
                                    "slackThreadTs", List.of("1.2")))
                            .integer("limit"))
                    .isEqualTo(20);
            assertThat(refusals(() -> operation(id).readQuery(Map.of()))).containsExactly("$.projectId: is required");
        }
        assertThat(refusals(() -> operation("listTasks")
                        .readQuery(Map.of("projectId", List.of("p"), "status", List.of("completed")))))
                .containsExactly("$.status: must be one of backlog, queued, in_progress, needs_review, archived,"
                        + " was 'completed'");
    }

    @Test
    void offersTheModelsOfItsTime() {
        assertThat(EDITION.document().at("/components/schemas/ModelId/enum"))
                .hasSize(32)
                .extracting(JsonNode::asText)
                .doesNotHaveDuplicates()
                .contains("auto", "claude-sonnet-4-5", "grok-4.1-fast", "kimi-k2.5", "qwen-3-coder");
    }

    @Test
    void answersAsTheReferenceSays() {
        assertRight("createTask", """
                {'id':'t','projectId':'p','identifier':'SCO-123','title':'T','status':'queued','createdAt':'now'}
                """);
        assertRight("getTask", TASK);
        assertRight("listTasks", "{'items':[{" + LISTED_TASK + "}],'nextCursor':null,'hasMore':false}");
        assertRight("startTask", "{'id':'t','identifier':'SCO-123','status':'queued'}");
        assertRight("stopTask", "{'id':'t','identifier':'SCO-123','status':'backlog'}");
        assertRight("sendTaskMessage", "{'id':'m','status':'sent'}");
        assertRight("createTaskPullRequest", """
                {'number':7,'url':'https://github.com/acme/app/pull/7','title':'T','repoFullName':'acme/app',
                 'state':'open','headRef':'capy/fix-login-1','baseRef':'main'}
                """);
        assertRight("getTaskDiff", """
                {'stats':{'files':1,'additions':1,'deletions':0},'source':'summary',
                 'files':[{'path':'a','state':'modified','additions':1,'deletions':0,'patch':''}]}
                """);
        assertRight(
                "createAndStartThread",
                "{'id':'jam_123','projectId':'p','title':null,'status':'active','createdAt':'now'}");
        assertRight("getThread", """
                {'id':'jam_123','projectId':'p','title':null,'status':'idle','pullRequests':[%s],'slackThreads':[%s],
                 'tasks':[{'id':'t','identifier':'SCO-123','title':'T','status':'archived'}],
                 'createdAt':'then','updatedAt':'now'}
                """.formatted(PULL_REQUEST, SLACK));
        assertRight("sendThreadMessage", "{'id':'m','status':'sent'}");
        assertRight("listModels", """
                {'models':[{'id':'auto','name':'Auto','provider':'Capy','captainEligible':true}]}
                """);
        assertRight("getThreadSessionToken", """
                {'token':'x.y.z','issuedAt':'2026-04-01T10:00:00.000Z','expiresAt':'2026-04-01T10:30:00.000Z'}
                """);
        assertRight("verifySession", "{'valid':false,'reason':'expired'}");
        assertRight("verifySession", """
                {'valid':true,'threadId':'jam_123','projectId':'p','orgId':null,'userId':'u','instanceId':'i',
                 'issuedAt':'then','expiresAt':'now'}
                """);
        assertRight("testWarmPoolBoot", "{'id':'abc-123-def'}");
        assertRight("createBrowserSnapshot", """
                {'id':'s','projectId':'p','name':'n','domains':['a.test'],'isPrivate':false,'isDefault':false,
                 'createdAt':'then','updatedAt':'now','storageState':{'cookies':[],'origins':[]}}
                """);
        assertRight("deleteBrowserSnapshot", "{'success':true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "stopTask | {'id':'t','identifier':'SCO-1','status':'completed'} | $.status",
                "createTask | {'id':'t','projectId':'p','identifier':'SCO-1','title':'T','status':'in_progress',"
                        + "'createdAt':'now'} | $.status",
                "getTaskDiff | {'stats':{'files':0,'additions':0,'deletions':0},'files':[],'source':'github'}"
                        + " | $.source",
                "sendThreadMessage | {'id':'m','status':'queued'} | $.status",
                "getThreadSessionToken | {'token':'x','issuedAt':'2026-04-01T10:00:00+02:00',"
                        + "'expiresAt':'2026-04-01T10:30:00Z'} | $.issuedAt",
                "listModels | {'models':[{'id':'gpt-5.5','name':'n','provider':'p','captainEligible':true}]}"
                        + " | $.models[0].id"
            })
    void neverAnswers(String id, String answer, String path) {
        assertThat(operation(id).check(200, json(answer)))
                .singleElement()
                .asString()
                .startsWith(path + ": ");
    }

    @Test
    void dropsWhatLaterGenerationsAdded() {
        JsonNode full = json("""
                {'id':'jam_123','status':'active','runState':'running','waitingOn':[],'participants':[],'tags':[],
                 'tasks':[{'id':'t','threadIndex':0,'status':'queued'}]}
                """);

        assertThat(operation("getThread").project(200, full))
                .isEqualTo(json("{'id':'jam_123','status':'active','tasks':[{'id':'t','status':'queued'}]}"));
        assertThat(operation("getTask").project(200, json("{'id':'t','threadId':'x','currentJamId':'j'}")))
                .isEqualTo(json("{'id':'t'}"));
        assertThat(operation("getTask").project(200, json(TASK))).isEqualTo(json(TASK));
    }

    @Test
    void tellsThatASessionHasEnded() {
        assertThat(operation("getThreadSessionToken")
                        .check(410, json("{'error':{'code':'session_ended','message':'Session has already ended'}}")))
                .isEmpty();
    }

    private static void assertRight(String id, String answer) {
        assertThat(operation(id).check(200, json(answer))).as(id).isEmpty();
        assertThat(operation(id).project(200, json(answer))).as(id).isEqualTo(json(answer));
    }

    private static void collectObjects(JsonNode node, List<JsonNode> found) {
        if (node.path("type").asText().equals("object")) {
            found.add(node);
        }
        node.forEach(child -> collectObjects(child, found));
    }

    private static Operation operation(String id) {
        return EDITION.operation(id).orElseThrow();
    }
}
