package dev.capy.server.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.contract.Operation;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Exchange;
import dev.capy.server.testing.GoodBodies;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.HashMap;
import java.util.Map;

/** A server with one thing of each kind in {@code org_demo}, and one of its own for whatever ends or deletes a thing. */
final class Scene implements AutoCloseable {

    static final String PROJECT = "/v1/projects/proj_demo";

    private static final String VARIABLES = PROJECT + "/environment-variables/personal";
    private static final Map<String, String> QUERIES = Map.of(
            "listThreads", "projectId=proj_demo",
            "listTasks", "projectId=proj_demo",
            "getUsage", "orgId=org_demo&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z");

    final TestServer server = TestServer.speaking("2026-06");
    private final Map<String, String> things = new HashMap<>();
    private final Map<String, String> own = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>(GoodBodies.BODIES);

    /** A scene in which everybody in the organization has variables. */
    Scene() {
        things.put("projectId", "proj_demo");
        things.put("threadId", thread());
        server.control().post("/clock/run-until-idle").ok();
        things.put("taskId", "DEMO-1");
        things.put("id", id(post(PROJECT + "/warm-pool/test", "{}")));
        things.put("snapshotId", snapshot());
        things.put("automationId", automation());
        things.put("name", "KEPT");
        setVariables();
        bodies.put("verifySession", "{'token': '%s'}".formatted(token()));
        makeWhatIsUsedUp();
    }

    private void makeWhatIsUsedUp() {
        own.put("archiveThread", thread());
        own.put("unarchiveThread", thread());
        own.put("stopThread", thread());
        own.put("startTask", id(post("/v1/tasks", "{'projectId': 'proj_demo', 'prompt': 'Add a logo.'}")));
        own.put("deleteBrowserSnapshot", snapshot());
        own.put("deleteAutomation", automation());
        own.put("deletePersonalEnvironmentVariable", "GONE");
    }

    private void setVariables() {
        for (Caller caller : Caller.values()) {
            if (caller.belongs()) {
                caller.calling(server).put(VARIABLES, Json.text("""
                                {'variables': [{'name': 'KEPT', 'value': 'a'}, {'name': 'GONE', 'value': 'b'}]}""")).ok();
            }
        }
    }

    private String thread() {
        return id(post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}"));
    }

    private String snapshot() {
        return id(post(PROJECT + "/browser-snapshots", GoodBodies.BODIES.get("createBrowserSnapshot")));
    }

    private String automation() {
        return id(post(PROJECT + "/automations", GoodBodies.BODIES.get("createAutomation")));
    }

    private String token() {
        return server.api()
                .get("/v1/threads/" + thing("threadId") + "/session-token")
                .ok()
                .path("token")
                .asText();
    }

    private JsonNode post(String path, String quoted) {
        return server.api().post(path, Json.text(quoted)).ok();
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    /** The id of what a path parameter stands for. */
    String thing(String parameter) {
        return things.get(parameter);
    }

    /** A good path, without a query. */
    String path(Operation operation) {
        String path = operation.path();
        if (own.containsKey(operation.id())) {
            path = path.replaceFirst("\\{(?!projectId)[a-zA-Z]+}", own.get(operation.id()));
        }
        for (Map.Entry<String, String> thing : things.entrySet()) {
            path = path.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        return path;
    }

    /** A good body in single quotes; empty where none is taken. */
    String body(Operation operation) {
        return bodies.getOrDefault(operation.id(), "");
    }

    /** Asks well. */
    Answer ask(ApiClient api, Operation operation) {
        return ask(api, operation, "", body(operation));
    }

    /** Asks with more in the query, and with another body. */
    Answer ask(ApiClient api, Operation operation, String moreQuery, String quoted) {
        String query = QUERIES.getOrDefault(operation.id(), "") + moreQuery;
        Exchange exchange = api.request(operation.method(), path(operation) + (query.isEmpty() ? "" : "?" + query));
        return (quoted.isEmpty() ? exchange : exchange.json(Json.text(quoted))).send();
    }

    @Override
    public void close() {
        server.close();
    }
}
