package dev.capy.server.api;

import dev.capy.server.http.OperationHandler;
import java.util.Map;

/** What answers each operation, by its id: one line an operation. */
public final class Operations {

    private Operations() {}

    /** The handlers of all operations of all editions. */
    public static Map<String, OperationHandler> handlers() {
        ModelsApi models = new ModelsApi();
        ProjectsApi projects = new ProjectsApi();
        TasksApi tasks = new TasksApi();
        ThreadsApi threads = new ThreadsApi();
        WarmPoolApi warmPool = new WarmPoolApi();
        return Map.ofEntries(
                Map.entry("listModels", models::list),
                Map.entry("listProjects", projects::list),
                Map.entry("getProject", projects::get),
                Map.entry("getTask", tasks::get),
                Map.entry("getTaskDiff", tasks::diff),
                Map.entry("listThreads", threads::list),
                Map.entry("createAndStartThread", threads::create),
                Map.entry("getThread", threads::get),
                Map.entry("stopThread", threads::stop),
                Map.entry("sendThreadMessage", threads::sendMessage),
                Map.entry("listThreadMessages", threads::messages),
                Map.entry("getWarmPool", warmPool::get),
                Map.entry("updateWarmPool", warmPool::update),
                Map.entry("testWarmPoolBoot", warmPool::test),
                Map.entry("listWarmPoolInstances", warmPool::instances),
                Map.entry("getWarmPoolInstance", warmPool::instance),
                Map.entry("clearWarmPool", warmPool::clear));
    }
}
