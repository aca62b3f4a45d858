package dev.capy.server.badinput;

import dev.capy.server.contract.Operation;
import java.util.Set;

/** The operations with which a mistake can be made. */
enum Where {
    ANYWHERE,
    WITH_A_TOKEN,
    IN_A_WORLD,
    IN_A_PROJECT,
    ON_A_THING,
    ON_A_THREAD_OR_TASK,
    ON_AN_INSTANCE,
    ON_A_NUMBER,
    WITH_A_BODY,
    WITH_A_SMALL_BODY,
    WITH_FIELDS,
    WITHOUT_ITS_BODY,
    IN_A_LIST,
    IN_PAGES;

    private static final Set<String> TAKE_A_WORLD = Set.of("openWorld", "putState", "diffState");

    boolean holds(Operation operation) {
        return switch (this) {
            case ANYWHERE -> true;
            case WITH_A_TOKEN -> isOfTheApi(operation);
            case IN_A_WORLD ->
                !isOfTheApi(operation)
                        && !operation.path().startsWith("/worlds")
                        && !Set.of("/health", "/metrics", "/cluster").contains(operation.path());
            case IN_A_PROJECT ->
                isOfTheApi(operation) && operation.path().contains("{projectId}")
                        || Set.of("listThreads", "createAndStartThread", "listTasks", "createTask", "getUsage")
                                .contains(operation.id());
            case ON_A_THING -> operation.path().replace("{sequence}", "").contains("{");
            case ON_A_THREAD_OR_TASK ->
                isOfTheApi(operation) && operation.path().matches(".*\\{(threadId|taskId)}.*");
            case ON_AN_INSTANCE -> operation.path().contains("{id}");
            case ON_A_NUMBER -> operation.path().contains("{number}");
            case WITH_A_BODY -> operation.hasBody();
            case WITH_A_SMALL_BODY -> operation.hasBody() && !TAKE_A_WORLD.contains(operation.id());
            case WITH_FIELDS -> operation.hasBody() && !operation.id().equals("putState");
            case WITHOUT_ITS_BODY -> operation.bodyRequired();
            case IN_A_LIST -> IN_PAGES.holds(operation) || operation.id().equals("listWarmPoolInstances");
            case IN_PAGES ->
                Set.of("listThreads", "listThreadMessages", "listProjects", "listTasks", "listAutomations")
                        .contains(operation.id());
        };
    }

    /** The control plane knows neither tokens nor tenants, but worlds. */
    private static boolean isOfTheApi(Operation operation) {
        return operation.path().startsWith("/v1/");
    }
}
