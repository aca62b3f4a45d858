package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.source.Mergeability;
import dev.capy.core.source.PullRequest;
import dev.capy.core.source.PullRequest.State;
import dev.capy.core.source.Repository;
import dev.capy.core.task.Task;
import dev.capy.server.wire.Wire;

/** Pull requests on the wire of the control plane. */
final class PullRequestJson {

    private PullRequestJson() {}

    static ObjectNode summary(PullRequest pull) {
        return Wire.object()
                .put("number", pull.number())
                .put("url", pull.url())
                .put("title", pull.title())
                .put("state", pull.state().word())
                .put("draft", pull.draft())
                .put("headRef", pull.headRef())
                .put("baseRef", pull.baseRef())
                .put("createdAt", Wire.time(pull.createdAt()))
                .put("updatedAt", Wire.time(pull.updatedAt()))
                .put("mergedAt", Wire.timeOrNull(pull.mergedAt()))
                .put("mergeCommit", pull.mergeCommit());
    }

    /** All that is to be known of it. */
    static ObjectNode full(CapyWorld world, View view, PullRequest pull) {
        Repository repository =
                world.sources().repository(view, pull.repoFullName()).orElseThrow();
        ObjectNode wire = summary(pull)
                .put("description", pull.description())
                .put(
                        "task",
                        world.tasks()
                                .ofBranch(view, pull.repoFullName(), pull.headRef())
                                .map(Task::identifier)
                                .orElse(null));
        wire.set("mergeability", mergeability(world, view, pull));
        wire.set("checks", CheckControl.checks(world, view, repository, pull.headRef()));
        wire.set(
                "reviews",
                Wire.array(world.reviews().of(view, pull).oldestFirst(), review -> ReviewJson.of(world, view, review)));
        return wire;
    }

    /** Null unless it is open. */
    private static JsonNode mergeability(CapyWorld world, View view, PullRequest pull) {
        if (pull.state() != State.OPEN) {
            return JsonNodeFactory.instance.nullNode();
        }
        Mergeability mergeability = world.pullRequests().mergeability(view, pull.repoFullName(), pull.number());
        ObjectNode wire =
                Wire.object().put("clean", mergeability.isClean()).put("fastForward", mergeability.fastForward());
        wire.set(
                "conflicts",
                Wire.array(
                        mergeability.conflicts().stream(),
                        conflict -> Wire.object()
                                .put("path", conflict.path())
                                .put("reason", conflict.kind().words())));
        return wire;
    }
}
