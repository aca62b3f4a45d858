package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.task.Task;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;
import java.util.stream.Stream;

/** Tasks on the wire. */
final class TaskJson {

    private TaskJson() {}

    static ObjectNode task(HostedWorld hosted, View view, Task task) {
        CapyWorld world = hosted.world();
        ObjectNode wire = Wire.object()
                .put("id", task.id())
                .put("projectId", task.projectId())
                .put("threadIndex", task.threadIndex())
                .put("identifier", task.identifier())
                .put("title", task.title())
                .put("prompt", task.prompt())
                .put("status", EditionRules.word(hosted, task.status()));
        wire.set("labels", Wire.texts(task.labels()));
        wire.set("pullRequest", pullRequest(hosted, view, task));
        wire.set("slackThreads", slackThreads(world, view, task));
        return wire.put("currentJamId", task.jamId())
                .put("createdAt", Wire.time(task.createdAt()))
                .put("updatedAt", Wire.time(task.updatedAt()))
                .put("threadId", task.threadId());
    }

    static JsonNode slackThreads(CapyWorld world, View view, Task task) {
        return Wire.array(
                Stream.ofNullable(task.threadId())
                        .map(threadId -> world.threads().thread(view, threadId))
                        .flatMap(thread -> Stream.ofNullable(thread.slack())),
                ThreadJson::slack);
    }

    private static JsonNode pullRequest(HostedWorld hosted, View view, Task task) {
        return hosted.world()
                .tasks()
                .pullRequest(view, task)
                .<JsonNode>map(pull -> PullRequestJson.of(hosted, pull))
                .orElse(JsonNodeFactory.instance.nullNode());
    }
}
