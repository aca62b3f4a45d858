package dev.capy.core.task;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.catalog.Effort;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.RepositorySpec;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.Origin;
import dev.capy.core.source.Branch;
import dev.capy.core.source.diff.FileDiff;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One task of {@code proj_demo} on {@code acme/app} that no thread delegated. */
final class Work {

    private final CapyWorld world;
    private final String taskId;

    private Work(CapyWorld world, String taskId) {
        this.world = world;
        this.taskId = taskId;
    }

    static Work inBacklog() {
        return inBacklog(CapyWorld.builder().build());
    }

    static Work inBacklog(CapyWorld world) {
        NewTask wanted = NewTask.alone(
                "proj_demo",
                "user_owner",
                "Add a login page",
                "Add a login page. With a logo.",
                Origin.API,
                List.of(),
                List.of(new ProjectRepo("acme/app", "main")),
                Effort.DEFAULT);
        return new Work(
                world, world.write(tx -> world.tasks().create(tx, wanted)).id());
    }

    /** One in the default world, where the repository is another. */
    static Work on(UnaryOperator<RepositorySpec> repository) {
        return inBacklog(Story.world(Fixture.empty()
                .repository("acme/app", repository)
                .organization(
                        "org_demo",
                        organization -> organization
                                .user("user_owner", user -> user.token("capy_demo"))
                                .project(
                                        "proj_demo",
                                        project -> project.taskCode("DEMO").repo("acme/app")))));
    }

    CapyWorld world() {
        return world;
    }

    Task task() {
        return world.read(view -> world.tasks().task(view, taskId));
    }

    TaskStatus status() {
        return task().status();
    }

    Jam run() {
        return world.read(view -> world.tasks().newestRun(view, task()).orElseThrow());
    }

    /** The commands of its newest run, in the order of their start. */
    List<CommandRun> commands() {
        return world.read(
                view -> world.tasks().commands(view, run().id()).oldestFirst().toList());
    }

    Work start() {
        world.write(tx -> world.tasks().start(tx, taskId));
        return this;
    }

    Work stop() {
        world.write(tx -> world.tasks().stop(tx, taskId));
        return this;
    }

    Work untilIdle() {
        world.clock().runUntilIdle();
        return this;
    }

    /** Runs it to its end. */
    Work done() {
        return start().untilIdle();
    }

    /** Until the agent has a machine. */
    Work untilAgentWorks() {
        return until(work -> !work.run().bases().isEmpty());
    }

    Work until(Function<Work, Boolean> condition) {
        boolean reached = world.clock().runUntil(view -> condition.apply(this), Duration.ofHours(1));
        if (!reached) {
            throw new AssertionError("it never came to that: " + task());
        }
        return this;
    }

    /** The branch of the task; its base's while it has none. */
    Branch branch() {
        return world.read(view ->
                world.sources().branch(view, "acme/app", task().branch()).orElseGet(() -> base(view)));
    }

    Branch base() {
        return world.read(this::base);
    }

    private Branch base(View view) {
        return world.sources().branch(view, "acme/app", "main").orElseThrow();
    }

    /** The paths of the files that differ. */
    List<String> diff(DiffMode mode) {
        return world.read(view -> world.tasks().diff(view, task(), mode)).files().stream()
                .map(FileDiff::path)
                .toList();
    }

    /** A file in the newest commit of the task's branch. */
    String text(String path) {
        return world.read(view -> world.sources()
                .commit(view, "acme/app", branch().head())
                .tree()
                .file(path)
                .orElseThrow()
                .content()
                .text());
    }

    /** How many machines there are in its world. */
    int machines() {
        return world.read(view -> world.hypervisor().vms(view).count());
    }

    boolean hasVm(String id) {
        return world.read(view -> world.hypervisor().find(view, id)).isPresent();
    }

    String vmId() {
        return Objects.requireNonNull(run().vmId());
    }
}
