package dev.capy.server.api;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.core.task.Task;
import dev.capy.core.thread.SlackLink;
import dev.capy.server.contract.Query;
import dev.capy.server.worlds.HostedWorld;
import java.util.Optional;

/** Which tasks of a project a query asks for. */
final class TaskFilter {

    private final HostedWorld hosted;
    private final CapyWorld world;
    private final Project project;
    private final Query query;

    TaskFilter(HostedWorld hosted, Project project, Query query) {
        this.hosted = hosted;
        this.world = hosted.world();
        this.project = project;
        this.query = query;
    }

    /** All filters as one text: a page of one list is no page of another. */
    String describe() {
        return "tasks of " + project.id() + " with status=" + query.text("status") + "&branch=" + query.text("branch")
                + "&slackThreadTs=" + query.text("slackThreadTs") + "&prNumber=" + query.optionalInteger("prNumber");
    }

    boolean matches(View view, Task task) {
        return query.text("status")
                        .filter(word -> !word.equals(EditionRules.word(hosted, task.status())))
                        .isEmpty()
                && query.text("branch")
                        .filter(branch -> !branch.equals(task.branch()))
                        .isEmpty()
                && query.text("slackThreadTs")
                        .filter(ts ->
                                !slackThread(view, task).filter(ts::equals).isPresent())
                        .isEmpty()
                && (query.optionalInteger("prNumber").isEmpty()
                        || world.tasks()
                                .pullRequest(view, task)
                                .filter(pull -> pull.number()
                                        == query.optionalInteger("prNumber").getAsLong())
                                .isPresent());
    }

    private Optional<String> slackThread(View view, Task task) {
        return Optional.ofNullable(task.threadId())
                .map(threadId -> world.threads().thread(view, threadId).slack())
                .map(SlackLink::threadTs);
    }
}
