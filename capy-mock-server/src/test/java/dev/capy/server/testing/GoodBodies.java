package dev.capy.server.testing;

import java.util.Map;

/** A good body, in single quotes, for each operation that takes one. */
public final class GoodBodies {

    public static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("createAndStartThread", "{'projectId': 'proj_demo', 'prompt': 'a'}"),
            Map.entry("sendThreadMessage", "{'message': 'a'}"),
            Map.entry("archiveThread", "{}"),
            Map.entry("unarchiveThread", "{}"),
            Map.entry("setThreadTags", "{'tags': []}"),
            Map.entry("createThreadTag", "{'name': 'a', 'color': 'blue'}"),
            Map.entry("createTask", "{'projectId': 'proj_demo', 'prompt': 'a'}"),
            Map.entry("startTask", "{}"),
            Map.entry("stopTask", "{}"),
            Map.entry("sendTaskMessage", "{'message': 'a'}"),
            Map.entry("createTaskPullRequest", "{}"),
            Map.entry("verifySession", "{'token': 'a'}"),
            Map.entry("updateSetup", "{'repositories': []}"),
            Map.entry("updateSnapshots", "{'enabled': false}"),
            Map.entry("createBrowserSnapshot", "{'name': 'a', 'storageState': {'cookies': [], 'origins': []}}"),
            Map.entry("updateBrowserSnapshot", "{'name': 'b'}"),
            Map.entry("upsertPersonalEnvironmentVariables", "{'variables': [{'name': 'KEPT', 'value': 'c'}]}"),
            Map.entry("createAutomation", "{'name': 'a', 'prompt': 'b'}"),
            Map.entry("updateAutomation", "{'name': 'b'}"),
            Map.entry("updateWarmPool", "{'targetSize': 1}"),
            Map.entry("testWarmPoolBoot", "{}"),
            Map.entry("clearWarmPool", "{}"));

    private GoodBodies() {}
}
