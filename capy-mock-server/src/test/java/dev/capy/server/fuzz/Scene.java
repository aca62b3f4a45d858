package dev.capy.server.fuzz;

import dev.capy.server.contract.Edition;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The things that requests are about, made again when a request has deleted them. Not thread-safe. */
final class Scene {

    static final String THREAD = "zz-thread-zz";
    static final String INSTANCE = "zz-instance-zz";
    static final String SNAPSHOT = "zz-snapshot-zz";
    static final String AUTOMATION = "zz-automation-zz";
    static final String TOKEN = "zz-token-zz";

    private static final Map<String, String> PATH = Map.ofEntries(
            Map.entry("organizationId", "org_demo"),
            Map.entry("owner", "acme"),
            Map.entry("number", "1"),
            Map.entry("projectId", "proj_demo"),
            Map.entry("threadId", THREAD),
            Map.entry("taskId", "DEMO-1"),
            Map.entry("id", INSTANCE),
            Map.entry("snapshotId", SNAPSHOT),
            Map.entry("automationId", AUTOMATION),
            Map.entry("name", "ALPHA"),
            Map.entry("sequence", "1"),
            Map.entry("host", "host-01"));
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestServer server;
    private final Edition edition;
    private final Map<String, String> names = new HashMap<>();

    Scene(TestServer server, String edition) {
        this.server = server;
        this.edition = Edition.load("capy-" + edition);
        String thread = make("/v1/threads", "{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}");
        names.put(THREAD, thread);
        server.world()
                .clock()
                .runUntil(view -> !server.world().tasks().ofThread(view, thread).isEmpty(), HOUR);
        renew();
    }

    /** What stands for the thing in a path parameter of this name. */
    static String inPath(String parameter) {
        return PATH.getOrDefault(parameter, "nothing");
    }

    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.contains("zz-") ? filled.replace(name.getKey(), name.getValue()) : filled;
        }
        return filled;
    }

    /** Sees to it that all is there. */
    void renew() {
        renew("getWarmPoolInstance", INSTANCE, "warm-pool/instances/", "warm-pool/test", "{}");
        renew(
                "getBrowserSnapshot",
                SNAPSHOT,
                "browser-snapshots/",
                "browser-snapshots",
                "{'name': 'a', 'storageState': {'cookies': [], 'origins': []}}");
        renew("getAutomation", AUTOMATION, "automations/", "automations", "{'name': 'a', 'prompt': 'b'}");
        if (knows("upsertPersonalEnvironmentVariables")) {
            server.api()
                    .put(
                            "/v1/projects/proj_demo/environment-variables/personal",
                            Json.text("{'variables': [{'name': 'ALPHA', 'value': 'b'}]}"))
                    .ok();
        }
        if (knows("createThreadTag")) {
            make("/v1/projects/proj_demo/tags", "{'name': 'bug', 'color': 'blue'}");
        }
        Answer token = server.api().get("/v1/threads/" + names.get(THREAD) + "/session-token");
        names.put(TOKEN, token.status() == 200 ? token.json().path("token").asText() : "none-yet");
    }

    private void renew(String look, String name, String at, String in, String body) {
        String project = "/v1/projects/proj_demo/";
        if (knows(look) && !(names.containsKey(name) && isThere(project + at + names.get(name)))) {
            names.put(name, make(project + in, body));
        }
    }

    private boolean isThere(String path) {
        return server.api().get(path).status() == 200;
    }

    private boolean knows(String operation) {
        return edition.operation(operation).isPresent();
    }

    private String make(String path, String body) {
        return server.api().post(path, Json.text(body)).ok().path("id").asText();
    }
}
