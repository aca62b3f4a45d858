package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.project.Project;
import dev.capy.core.project.Tag;
import dev.capy.core.thread.CaptainThread;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;

/** The operations tagged {@code tags}. */
final class TagsApi {

    JsonNode list(Call call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            ObjectNode answer = Wire.object();
            answer.set(
                    "items",
                    Wire.array(
                            world.projects()
                                    .tags(view, PathProject.of(view, call).organizationId())
                                    .newestFirst(),
                            TagsApi::wire));
            return answer;
        });
    }

    JsonNode create(Call call) {
        return call.world().write(tx -> {
            Tag wanted = new Tag(
                    PathProject.of(tx, call).organizationId(),
                    call.body().get("name").textValue(),
                    call.body().get("color").textValue());
            return wire(call.world().projects().define(tx, wanted));
        });
    }

    JsonNode setOfThread(Call call) {
        CapyWorld world = call.world();
        return world.write(tx -> {
            CaptainThread thread = world.threads().visible(tx, call.caller(), call.path("threadId"));
            CaptainThread tagged = world.threads().setTags(tx, thread.id(), Wire.texts(call.body(), "tags"));
            Project project = world.projects().project(tx, tagged.projectId());
            ObjectNode answer = Wire.object();
            answer.set(
                    "tags",
                    Wire.array(
                            tagged.tags().stream()
                                    .flatMap(name -> world.projects().tag(tx, project.organizationId(), name).stream()),
                            TagsApi::wire));
            return answer;
        });
    }

    private static ObjectNode wire(Tag tag) {
        return Wire.object().put("name", tag.name()).put("color", tag.color());
    }
}
