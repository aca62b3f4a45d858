package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.kernel.Tx;
import dev.capy.core.project.Project;
import dev.capy.core.review.NewReview;
import dev.capy.core.script.Origin;
import dev.capy.core.source.MergeMethod;
import dev.capy.core.source.PullRequest;
import dev.capy.core.source.Repository;
import dev.capy.core.task.Task;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The operations tagged {@code pulls}: what people do with pull requests. */
final class PullRequestControl {

    JsonNode list(ControlCall call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            Repository repository = new Targets(world, view).repository(call);
            return Wire.object()
                    .set(
                            "pulls",
                            Wire.array(
                                    world.pullRequests()
                                            .ofRepository(view, repository.fullName())
                                            .newestFirst(),
                                    PullRequestJson::summary));
        });
    }

    JsonNode get(ControlCall call) {
        CapyWorld world = call.world();
        return world.read(view -> PullRequestJson.full(world, view, new Targets(world, view).pull(call)));
    }

    JsonNode merge(ControlCall call) {
        String method = call.body().path("method").asText(MergeMethod.MERGE_COMMIT.word());
        MergeMethod wanted = Stream.of(MergeMethod.values())
                .filter(known -> known.word().equals(method))
                .findFirst()
                .orElseThrow();
        String message = Wire.text(call.body(), "message");
        return change(
                call,
                (tx, pull) -> call.world()
                        .pullRequests()
                        .merge(tx, pull.repoFullName(), pull.number(), wanted, message, null));
    }

    JsonNode close(ControlCall call) {
        return change(call, (tx, pull) -> call.world().pullRequests().close(tx, pull.repoFullName(), pull.number()));
    }

    JsonNode reopen(ControlCall call) {
        return change(call, (tx, pull) -> call.world().pullRequests().reopen(tx, pull.repoFullName(), pull.number()));
    }

    JsonNode markReady(ControlCall call) {
        return change(
                call, (tx, pull) -> call.world().pullRequests().markReady(tx, pull.repoFullName(), pull.number()));
    }

    private static JsonNode change(ControlCall call, BiFunction<Tx, PullRequest, PullRequest> change) {
        CapyWorld world = call.world();
        return world.write(tx -> PullRequestJson.full(world, tx, change.apply(tx, new Targets(world, tx).pull(call))));
    }

    /** Has a Review agent look at it, as the button on the web does. */
    JsonNode review(ControlCall call) {
        CapyWorld world = call.world();
        return world.write(tx -> {
            Targets targets = new Targets(world, tx);
            PullRequest pull = targets.pull(call);
            Optional<Task> task = world.tasks().ofBranch(tx, pull.repoFullName(), pull.headRef());
            Project project = project(targets, call.body(), pull, task);
            User user = Members.of(world, tx, project).named(Wire.text(call.body(), "user"), "$.user");
            List<String> tags = task.map(found -> found.asked().tags()).orElseGet(List::of);
            NewReview wanted = new NewReview(project.id(), user.id(), Origin.WEB, tags);
            return ReviewJson.of(world, tx, world.reviews().start(tx, wanted, pull));
        });
    }

    /** The one that the body names, or else the one whose task it is of, or else the first that has its repository. */
    private static Project project(Targets targets, JsonNode body, PullRequest pull, Optional<Task> task) {
        List<Project> projects = targets.world()
                .projects()
                .withRepository(targets.view(), pull.repoFullName())
                .toList();
        String named = Wire.text(body, "projectId");
        if (named != null) {
            return named(targets.project(named), projects, pull);
        }
        return task.map(found -> targets.project(found.projectId()))
                .or(() -> projects.stream().findFirst())
                .orElseThrow(
                        () -> Refusals.ofBody("$.projectId", "is required: no project has " + pull.repoFullName()));
    }

    private static Project named(Project project, List<Project> projects, PullRequest pull) {
        if (!projects.contains(project)) {
            throw Refusals.ofBody(
                    "$.projectId",
                    "must be a project that has " + pull.repoFullName() + ", one of "
                            + projects.stream().map(Project::id).toList());
        }
        return project;
    }
}
