package dev.capy.server.badinput;

import dev.capy.server.contract.Operation;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.GoodBodies;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.util.Map;

/**
 * What a world knows, to make good requests of, and bad ones of those.
 *
 * @param client what to ask with
 * @param path a value for each path parameter
 */
record Known(ApiClient client, Map<String, String> path) {

    private static final Map<String, String> QUERIES = Map.of(
            "listThreads", "?projectId=proj_demo",
            "listTasks", "?projectId=proj_demo",
            "getUsage", "?orgId=org_demo&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z",
            "listCommands", "?task=DEMO-1",
            "listChecks", "?branch=main");
    private static final Duration HOUR = Duration.ofHours(1);

    /** Makes a thread with a task and an instance that is on its way; time has to pass for all of them still. */
    static Known in(TestServer server) {
        String thread = server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}"))
                .ok()
                .path("id")
                .asText();
        server.world()
                .clock()
                .runUntil(view -> !server.world().tasks().ofThread(view, thread).isEmpty(), HOUR);
        String instance = server.api()
                .post("/v1/projects/proj_demo/warm-pool/test", "{}")
                .ok()
                .path("id")
                .asText();
        String snapshot = server.api()
                .post(
                        "/v1/projects/proj_demo/browser-snapshots",
                        Json.text(GoodBodies.BODIES.get("createBrowserSnapshot")))
                .ok()
                .path("id")
                .asText();
        server.api()
                .put(
                        "/v1/projects/proj_demo/environment-variables/personal",
                        Json.text(GoodBodies.BODIES.get("upsertPersonalEnvironmentVariables")))
                .ok();
        String automation = server.api()
                .post("/v1/projects/proj_demo/automations", Json.text(GoodBodies.BODIES.get("createAutomation")))
                .ok()
                .path("id")
                .asText();
        return new Known(
                server.api(),
                Map.of(
                        "automationId",
                        automation,
                        "threadId",
                        thread,
                        "taskId",
                        "DEMO-1",
                        "projectId",
                        "proj_demo",
                        "id",
                        instance,
                        "snapshotId",
                        snapshot,
                        "name",
                        "KEPT"));
    }

    /** Makes a thread with a task whose pull request is open, for the control plane; time has passed until nothing is to come. */
    static Known toControl(TestServer server) {
        ApiClient control = server.control();
        control.post("/scripts", Json.text("""
                        {'scripts': [{'name': 'known', 'captain': [
                          {'delegate': {'title': 'a', 'build': [{'edit': {'append': 'a'}}, {'commit': 'a'}, 'openPullRequest']}},
                          'waitForTasks', {'block': 'auth'}]}]}
                        """)).ok();
        String thread = control.post("/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                .ok()
                .path("id")
                .asText();
        control.post("/clock/run-until-idle").ok();
        return new Known(
                control,
                Map.ofEntries(
                        Map.entry("threadId", thread),
                        Map.entry("taskId", "DEMO-1"),
                        Map.entry("projectId", "proj_demo"),
                        Map.entry("organizationId", "org_demo"),
                        Map.entry("id", "default"),
                        Map.entry("owner", "acme"),
                        Map.entry("number", "1"),
                        Map.entry("sequence", "1"),
                        Map.entry("host", "host-01"),
                        Map.entry("name", "app"),
                        Map.entry("company", "co_demo"),
                        Map.entry("key", "capx_sk_live_demo"),
                        Map.entry("account", "acct_demo")));
    }

    /** A good path, with the query that the operation requires. */
    String path(Operation operation) {
        return path(operation.path()) + query(operation);
    }

    /** The query that the operation requires; empty for none. */
    String query(Operation operation) {
        return QUERIES.getOrDefault(operation.id(), "");
    }

    /** The path with what is known in the place of its parameters. */
    String path(String template) {
        String filled = template;
        for (Map.Entry<String, String> value : path.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** A good body; empty where none is taken. */
    String body(Operation operation) {
        return Json.text(GoodBodies.BODIES.getOrDefault(operation.id(), ""));
    }
}
