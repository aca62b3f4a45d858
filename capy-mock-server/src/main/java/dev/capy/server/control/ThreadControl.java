package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.catalog.Effort;
import dev.capy.core.kernel.Tx;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Origin;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.NewThread;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The operations tagged {@code threads}. */
final class ThreadControl {

    private static final String DEFAULT_CHANNEL = "general";

    /** Starts a thread as Slack, Linear, GitHub or the web application would. */
    JsonNode start(ControlCall call) {
        CapyWorld world = call.world();
        NewThread wanted = wanted(call.body());
        return world.write(tx -> {
            Project project = new Targets(world, tx).project(wanted.projectId());
            User user = Members.of(world, tx, project).named(Wire.text(call.body(), "user"), "$.user");
            return wire(world.threads().start(tx, user, user, wanted));
        });
    }

    private static NewThread wanted(JsonNode body) {
        Origin origin = body.has("origin")
                ? Origin.valueOf(body.get("origin").textValue().toUpperCase(Locale.ROOT))
                : Origin.WEB;
        return new NewThread(
                body.get("projectId").textValue(),
                body.get("prompt").textValue(),
                origin,
                Effort.DEFAULT,
                Effort.DEFAULT,
                Wire.elements(body, "repos").map(ThreadControl::repo).toList(),
                Wire.elements(body, "tags").map(JsonNode::textValue).toList(),
                channel(body, origin),
                List.of(),
                List.of(),
                null);
    }

    private static ProjectRepo repo(JsonNode repo) {
        return new ProjectRepo(
                repo.get("repoFullName").textValue(), repo.get("branch").textValue());
    }

    private static @Nullable String channel(JsonNode body, Origin origin) {
        String channel = Wire.text(body.path("slack"), "channel");
        return channel == null && origin == Origin.SLACK ? DEFAULT_CHANNEL : channel;
    }

    JsonNode unblock(ControlCall call) {
        return change(call, call.world().threads()::unblock);
    }

    JsonNode wake(ControlCall call) {
        return change(call, call.world().threads()::wake);
    }

    private static JsonNode change(ControlCall call, BiFunction<Tx, String, CaptainThread> change) {
        return call.world().write(tx -> {
            CaptainThread thread = new Targets(call.world(), tx).thread(call.path("threadId"));
            return wire(change.apply(tx, thread.id()));
        });
    }

    private static ObjectNode wire(CaptainThread thread) {
        ObjectNode wire = Wire.object()
                .put("id", thread.id())
                .put("projectId", thread.projectId())
                .put("userId", thread.authorId())
                .put("origin", thread.origin().word())
                .put("runState", thread.runState().word());
        wire.set("waitingOn", Wire.texts(thread.run().waitingOn()));
        wire.set("blockedOn", Wire.texts(thread.run().blockedOn()));
        return wire;
    }
}
