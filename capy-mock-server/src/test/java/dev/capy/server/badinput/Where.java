package dev.capy.server.badinput;

import dev.capy.server.contract.Operation;
import java.util.Set;

/** The operations with which a mistake can be made. */
enum Where {
    ANYWHERE,
    IN_A_PROJECT,
    ON_A_THING,
    ON_A_THREAD_OR_TASK,
    ON_AN_INSTANCE,
    WITH_A_BODY,
    WITHOUT_ITS_BODY,
    IN_A_LIST,
    IN_PAGES;

    boolean holds(Operation operation) {
        return switch (this) {
            case ANYWHERE -> true;
            case IN_A_PROJECT ->
                operation.path().contains("{projectId}")
                        || Set.of("listThreads", "createAndStartThread", "listTasks", "createTask", "getUsage")
                                .contains(operation.id());
            case ON_A_THING -> operation.path().contains("{");
            case ON_A_THREAD_OR_TASK -> operation.path().matches(".*\\{(threadId|taskId)}.*");
            case ON_AN_INSTANCE -> operation.path().contains("{id}");
            case WITH_A_BODY -> operation.hasBody();
            case WITHOUT_ITS_BODY -> operation.bodyRequired();
            case IN_A_LIST -> IN_PAGES.holds(operation) || operation.id().equals("listWarmPoolInstances");
            case IN_PAGES ->
                Set.of("listThreads", "listThreadMessages", "listProjects", "listTasks", "listAutomations")
                        .contains(operation.id());
        };
    }
}
