package dev.capy.server.api;

import dev.capy.server.http.OperationHandler;
import java.util.Map;

/** What answers each operation, by its id: one line an operation. */
public final class Operations {

    private Operations() {}

    /** The handlers of all operations of all editions. */
    public static Map<String, OperationHandler> handlers() {
        AutomationsApi automations = new AutomationsApi();
        BrowserSnapshotsApi browserSnapshots = new BrowserSnapshotsApi();
        EnvironmentVariablesApi variables = new EnvironmentVariablesApi();
        ModelsApi models = new ModelsApi();
        ProjectsApi projects = new ProjectsApi();
        SessionsApi sessions = new SessionsApi();
        SetupApi setup = new SetupApi();
        SnapshotsApi snapshots = new SnapshotsApi();
        TagsApi tags = new TagsApi();
        TasksApi tasks = new TasksApi();
        ThreadsApi threads = new ThreadsApi();
        UsageApi usage = new UsageApi();
        WarmPoolApi warmPool = new WarmPoolApi();
        return Map.ofEntries(
                Map.entry("listAutomations", automations::list),
                Map.entry("createAutomation", automations::create),
                Map.entry("getAutomation", automations::get),
                Map.entry("updateAutomation", automations::update),
                Map.entry("deleteAutomation", automations::delete),
                Map.entry("triggerAutomation", automations::trigger),
                Map.entry("listBrowserSnapshots", browserSnapshots::list),
                Map.entry("createBrowserSnapshot", browserSnapshots::create),
                Map.entry("getBrowserSnapshot", browserSnapshots::get),
                Map.entry("updateBrowserSnapshot", browserSnapshots::update),
                Map.entry("deleteBrowserSnapshot", browserSnapshots::delete),
                Map.entry("listPersonalEnvironmentVariables", variables::list),
                Map.entry("upsertPersonalEnvironmentVariables", variables::upsert),
                Map.entry("deletePersonalEnvironmentVariable", variables::delete),
                Map.entry("listModels", models::list),
                Map.entry("listProjects", projects::list),
                Map.entry("getProject", projects::get),
                Map.entry("getThreadSessionToken", sessions::token),
                Map.entry("verifySession", sessions::verify),
                Map.entry("getSetup", setup::get),
                Map.entry("updateSetup", setup::update),
                Map.entry("getSnapshots", snapshots::get),
                Map.entry("updateSnapshots", snapshots::update),
                Map.entry("listThreadTags", tags::list),
                Map.entry("createThreadTag", tags::create),
                Map.entry("setThreadTags", tags::setOfThread),
                Map.entry("listTasks", tasks::list),
                Map.entry("createTask", tasks::create),
                Map.entry("getTask", tasks::get),
                Map.entry("startTask", tasks::start),
                Map.entry("stopTask", tasks::stop),
                Map.entry("sendTaskMessage", tasks::sendMessage),
                Map.entry("createTaskPullRequest", tasks::createPullRequest),
                Map.entry("getTaskDiff", tasks::diff),
                Map.entry("listThreads", threads::list),
                Map.entry("createAndStartThread", threads::create),
                Map.entry("getThread", threads::get),
                Map.entry("stopThread", threads::stop),
                Map.entry("archiveThread", threads::archive),
                Map.entry("unarchiveThread", threads::unarchive),
                Map.entry("sendThreadMessage", threads::sendMessage),
                Map.entry("listThreadMessages", threads::messages),
                Map.entry("getUsage", usage::get),
                Map.entry("getWarmPool", warmPool::get),
                Map.entry("updateWarmPool", warmPool::update),
                Map.entry("testWarmPoolBoot", warmPool::test),
                Map.entry("listWarmPoolInstances", warmPool::instances),
                Map.entry("getWarmPoolInstance", warmPool::instance),
                Map.entry("clearWarmPool", warmPool::clear));
    }
}
