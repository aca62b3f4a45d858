package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.View;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskDiff;
import dev.capy.server.http.Call;
import java.util.Locale;
import java.util.stream.Stream;

/** The operations tagged {@code tasks}. */
final class TasksApi {

    JsonNode get(Call call) {
        return call.world().read(view -> task(call, view, visible(view, call)));
    }

    JsonNode diff(Call call) {
        DiffMode mode = call.query()
                .text("mode")
                .map(word -> DiffMode.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(DiffMode.RUN);
        return call.world().read(view -> diff(call.world().tasks().diff(view, visible(view, call), mode)));
    }

    private static Task visible(View view, Call call) {
        return call.world().tasks().visible(view, call.caller(), call.path("taskId"));
    }

    private static ObjectNode task(Call call, View view, Task task) {
        ObjectNode wire = Wire.object()
                .put("id", task.id())
                .put("projectId", task.projectId())
                .put("threadIndex", task.threadIndex())
                .put("identifier", task.identifier())
                .put("title", task.title())
                .put("prompt", task.prompt())
                .put("status", task.status().word());
        wire.set("pullRequest", JsonNodeFactory.instance.nullNode());
        wire.set(
                "slackThreads",
                Wire.array(
                        Stream.ofNullable(task.threadId())
                                .map(threadId -> call.world().threads().thread(view, threadId))
                                .flatMap(thread -> Stream.ofNullable(thread.slack())),
                        ThreadJson::slack));
        return wire.put("currentJamId", task.jamId())
                .put("createdAt", Wire.time(task.createdAt()))
                .put("updatedAt", Wire.time(task.updatedAt()))
                .put("threadId", task.threadId());
    }

    private static ObjectNode diff(TaskDiff diff) {
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
        return wire.put("source", diff.source());
    }
}
