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
            Map.entry("clearWarmPool", "{}"),
            Map.entry("openWorld", "{'seed': 1}"),
            Map.entry("putState", "{'version': 1}"),
            Map.entry("diffState", "{'before': {'version': 1}}"),
            Map.entry("setClock", "{'mode': 'manual'}"),
            Map.entry("advanceClock", "{'by': 'PT1S'}"),
            Map.entry("advanceClockTo", "{'to': '2027-01-01T00:00:00Z'}"),
            Map.entry("runUntilIdle", "{}"),
            Map.entry("runUntil", "{'task': 'DEMO-1', 'status': 'queued'}"),
            Map.entry("addScripts", "{'scripts': [{'name': 'a', 'captain': []}]}"),
            Map.entry("startThread", "{'projectId': 'proj_demo', 'prompt': 'a'}"),
            Map.entry("mergePullRequest", "{'method': 'squash'}"),
            Map.entry("reviewPullRequest", "{'projectId': 'proj_demo'}"),
            Map.entry("reportCheck", "{'branch': 'main', 'name': 'test'}"),
            Map.entry("verifyRequests", "{'request': {'operation': 'getThread'}}"),
            Map.entry("addMachineFault", "{'name': 'a', 'then': {'slowBoot': {'factor': 2}}}"),
            Map.entry("addFault", "{'name': 'a', 'when': {}, 'then': {'status': 503}}"),
            Map.entry("crashHost", "{'after': 'PT1S'}"),
            Map.entry("tripKillSwitch", "{'tripped': false}"),
            Map.entry("grantCredits", "{'credits': 1}"),
            Map.entry("capSpending", "{'cap': 1}"));

    private GoodBodies() {}
}
