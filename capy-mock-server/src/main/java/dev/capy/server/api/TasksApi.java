package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.catalog.Effort;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Origin;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.NewTask;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskDiff;
import dev.capy.core.thread.Title;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The operations tagged {@code tasks}. */
final class TasksApi {

    JsonNode get(Call call) {
        return call.world().read(view -> {
            Task task = visible(view, call);
            ObjectNode wire = TaskJson.task(call.hosted(), view, task);
            wire.set("jams", JamJson.all(call.hosted(), view, task));
            return EditionRules.showsPullRequestOfTask(call.hosted()) ? wire : wire.putNull("pullRequest");
        });
    }

    JsonNode diff(Call call) {
        DiffMode mode = call.query()
                .text("mode")
                .map(word -> DiffMode.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(DiffMode.RUN);
        return call.world()
                .read(view -> diff(call.hosted(), call.world().tasks().diff(view, visible(view, call), mode)));
    }

    JsonNode list(Call call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            Project project =
                    world.projects().visible(view, call.caller(), call.query().requiredText("projectId"));
            TaskFilter filter = new TaskFilter(call.hosted(), project, call.query());
            Page page = Page.of(call, filter.describe());
            return page.answer(
                    world.tasks()
                            .newestFirst(view, project.id(), page.from())
                            .filter(task -> filter.matches(view, task)),
                    task -> world.tasks().position(view, task),
                    task -> TaskJson.task(call.hosted(), view, task));
        });
    }

    JsonNode create(Call call) {
        JsonNode body = call.body();
        CapyWorld world = call.world();
        return world.write(tx -> {
            Project project = world.projects()
                    .visible(tx, call.caller(), body.get("projectId").textValue());
            Task task = world.tasks().create(tx, wanted(call, project));
            boolean start = body.path("start").asBoolean(false);
            Task made = start ? world.tasks().start(tx, task.id()) : task;
            return TaskJson.task(call.hosted(), tx, made).put("status", start ? "queued" : "backlog");
        });
    }

    private static NewTask wanted(Call call, Project project) {
        JsonNode body = call.body();
        String prompt = body.get("prompt").textValue();
        String title = Wire.text(body, "title");
        List<ProjectRepo> repos = Repos.of(body.path("repos"));
        return NewTask.alone(
                project.id(),
                call.caller().id(),
                title == null ? Title.of(prompt) : title,
                prompt,
                Origin.API,
                Wire.texts(body, "labels"),
                repos.isEmpty() ? project.repos() : repos,
                Efforts.captain(body, Effort.DEFAULT));
    }

    JsonNode start(Call call) {
        return change(call, (tx, task) -> {
            String model = Wire.text(call.body(), "model");
            return model == null
                    ? call.world().tasks().start(tx, task.id())
                    : call.world().tasks().start(tx, task.id(), model);
        });
    }

    JsonNode stop(Call call) {
        return change(call, (tx, task) -> call.world().tasks().stop(tx, task.id()));
    }

    private static JsonNode change(Call call, BiFunction<Tx, Task, Task> change) {
        return call.world().write(tx -> {
            Task changed = change.apply(tx, visible(tx, call));
            return Wire.object()
                    .put("id", changed.id())
                    .put("identifier", changed.identifier())
                    .put("status", EditionRules.word(call.hosted(), changed.status()));
        });
    }

    JsonNode sendMessage(Call call) {
        return call.world().write(tx -> {
            Task task = visible(tx, call);
            call.world()
                    .tasks()
                    .message(tx, task.id(), call.body().get("message").textValue());
            return Wire.object().put("id", tx.newId()).put("status", "sent");
        });
    }

    JsonNode createPullRequest(Call call) {
        JsonNode body = call.body();
        return call.world().write(tx -> {
            Task task = visible(tx, call);
            return PullRequestJson.of(
                    call.hosted(),
                    call.world()
                            .tasks()
                            .openPullRequest(
                                    tx,
                                    task.id(),
                                    Wire.text(body, "title"),
                                    Wire.text(body, "description"),
                                    body.path("draft").asBoolean(false)));
        });
    }

    private static Task visible(View view, Call call) {
        return call.world().tasks().visible(view, call.caller(), call.path("taskId"));
    }

    private static ObjectNode diff(HostedWorld hosted, TaskDiff diff) {
        ObjectNode wire = Wire.object();
        wire.putObject("stats")
                .put("files", diff.files().size())
                .put("additions", diff.additions())
                .put("deletions", diff.deletions());
        wire.set(
                "files",
                Wire.array(
                        diff.files().stream(),
                        file -> Wire.object()
                                .put("path", file.path())
                                .put("state", file.state().wire())
                                .put("additions", file.additions())
                                .put("deletions", file.deletions())
                                .put("patch", file.patch())));
        return wire.put("source", EditionRules.diffSource(hosted, diff.source()));
    }
}
