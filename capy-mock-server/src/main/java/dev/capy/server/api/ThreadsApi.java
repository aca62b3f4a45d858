package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.catalog.Effort;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.core.script.Origin;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.NewMessage;
import dev.capy.core.thread.NewThread;
import dev.capy.core.thread.Sent;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;
import java.util.function.BiFunction;

/** The operations tagged {@code threads}. */
final class ThreadsApi {

    JsonNode list(Call call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            Project project =
                    world.projects().visible(view, call.caller(), call.query().requiredText("projectId"));
            ThreadFilter filter = new ThreadFilter(world, project, call.query());
            Page page = Page.of(call, filter.describe());
            return page.answer(
                    world.threads()
                            .newestFirst(view, project.id(), page.from())
                            .filter(thread -> filter.matches(view, thread)),
                    thread -> world.threads().position(view, thread),
                    thread -> ThreadJson.thread(call.hosted(), view, thread));
        });
    }

    JsonNode create(Call call) {
        CapyWorld world = call.world();
        NewThread wanted = wanted(call.body());
        return world.write(tx -> {
            world.projects().visible(tx, call.caller(), wanted.projectId());
            CaptainThread thread = world.threads().start(tx, call.caller(), actor(tx, call), wanted);
            return ThreadJson.thread(call.hosted(), tx, thread);
        });
    }

    private static NewThread wanted(JsonNode body) {
        return new NewThread(
                body.get("projectId").textValue(),
                body.get("prompt").textValue(),
                Origin.API,
                Efforts.captain(body, Effort.DEFAULT),
                Efforts.build(body, Effort.DEFAULT),
                Repos.of(body.path("repos")),
                Wire.texts(body, "tags"),
                Wire.text(body.path("slack"), "channel"),
                Wire.texts(body, "attachmentUrls"),
                Wire.texts(body, "browserSnapshotIds"),
                Wire.text(body, "reliabilityInvestigationId"));
    }

    JsonNode get(Call call) {
        return call.world().read(view -> ThreadJson.thread(call.hosted(), view, visible(view, call)));
    }

    JsonNode stop(Call call) {
        return change(
                call,
                (tx, thread) -> call.world().threads().stop(tx, thread.id(), EditionRules.stopping(call.hosted())));
    }

    JsonNode archive(Call call) {
        return change(call, (tx, thread) -> {
            actor(tx, call);
            return call.world().threads().archive(tx, thread.id());
        });
    }

    JsonNode unarchive(Call call) {
        return change(call, (tx, thread) -> {
            actor(tx, call);
            return call.world().threads().unarchive(tx, thread.id());
        });
    }

    private static JsonNode change(Call call, BiFunction<Tx, CaptainThread, CaptainThread> change) {
        return call.world().write(tx -> {
            CaptainThread changed = change.apply(tx, visible(tx, call));
            return Wire.object()
                    .put("id", changed.id())
                    .put("status", changed.runState().status());
        });
    }

    JsonNode sendMessage(Call call) {
        JsonNode body = call.body();
        return call.world().write(tx -> {
            CaptainThread thread = visible(tx, call);
            User actor = actor(tx, call);
            if (body.has("browserSnapshotIds")) {
                call.world().threads().browseWith(tx, actor, thread.id(), Wire.texts(body, "browserSnapshotIds"));
            }
            NewMessage message = new NewMessage(
                    body.get("message").textValue(),
                    Wire.text(body, "messageId"),
                    "interrupt".equals(Wire.text(body, "mode")),
                    Wire.texts(body, "attachmentUrls"),
                    Efforts.captain(body, thread.captain()),
                    Efforts.build(body, thread.build()));
            Sent sent = call.world().threads().send(tx, call.caller(), actor, thread.id(), message);
            return ThreadJson.sent(call.hosted(), sent, call.world().threads().position(tx, sent.message()));
        });
    }

    JsonNode messages(Call call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            CaptainThread thread = visible(view, call);
            Page page = Page.of(call, "messages of " + thread.id());
            return page.answer(
                    world.threads().messages(view, thread.id(), page.from()),
                    message -> world.threads().position(view, message),
                    ThreadJson::message);
        });
    }

    private static CaptainThread visible(View view, Call call) {
        return call.world().threads().visible(view, call.caller(), call.path("threadId"));
    }

    private static User actor(Tx tx, Call call) {
        return call.world().accounts().actor(tx, call.caller(), Wire.text(call.body(), "impersonateUserEmail"));
    }
}
