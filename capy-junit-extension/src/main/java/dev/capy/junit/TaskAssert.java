package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.source.PullRequest;
import dev.capy.core.source.diff.FileDiff;
import dev.capy.core.task.CommandRun;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a task, as it was when they began. */
public final class TaskAssert extends AbstractAssert<TaskAssert, Task> {

    private final CapyWorld world;

    TaskAssert(CapyWorld world, Task actual) {
        super(actual, TaskAssert.class);
        this.world = world;
    }

    public TaskAssert needsReview() {
        return hasStatus(TaskStatus.NEEDS_REVIEW);
    }

    public TaskAssert isInProgress() {
        return hasStatus(TaskStatus.IN_PROGRESS);
    }

    public TaskAssert isCompleted() {
        return hasStatus(TaskStatus.COMPLETED);
    }

    public TaskAssert hasStatus(TaskStatus expected) {
        return actual.status() == expected ? this : failed("to be " + expected.word());
    }

    /** Its newest run has failed, and the reason has this text in it. */
    public TaskAssert hasFailed(String reason) {
        boolean failed = newestRun()
                .map(Jam::failure)
                .filter(failure -> failure.contains(reason))
                .isPresent();
        return failed ? this : failed("to have failed with '" + reason + "'");
    }

    public TaskAssert hasTitle(String expected) {
        return actual.title().equals(expected) ? this : failed("to be called '" + expected + "'");
    }

    /** Its pull request changes this file, or would if it had one. */
    public TaskAssert hasDiffTouching(String path) {
        return changedPaths().contains(path) ? this : failed("to change " + path);
    }

    /** Its pull request changes these files and no others, or would if it had one. */
    public TaskAssert hasDiffOf(String... paths) {
        List<String> expected = List.of(paths).stream().sorted().toList();
        return changedPaths().equals(expected) ? this : failed("to change exactly " + expected);
    }

    /** A command with this text in it ran for its newest run's agent. */
    public TaskAssert hasRun(String command) {
        return commands().stream().anyMatch(run -> run.command().contains(command))
                ? this
                : failed("to have run '" + command + "'");
    }

    /** It has a pull request as {@code requirements} say. */
    public TaskAssert hasPullRequest(Consumer<? super PullRequestAssert> requirements) {
        Optional<PullRequest> pull = world.read(view -> world.tasks().pullRequest(view, actual));
        if (pull.isEmpty()) {
            return failed("to have a pull request");
        }
        requirements.accept(new PullRequestAssert(pull.get()));
        return this;
    }

    private List<String> changedPaths() {
        return world.read(view -> world.tasks().diff(view, actual, DiffMode.PR)).files().stream()
                .map(FileDiff::path)
                .sorted()
                .toList();
    }

    private Optional<Jam> newestRun() {
        return world.read(view -> world.tasks().newestRun(view, actual));
    }

    private List<CommandRun> commands() {
        return newestRun().map(run -> world.surroundings().commands(run.id())).orElse(List.of());
    }

    private TaskAssert failed(String expectation) {
        failWithMessage(
                "%nExpecting task %s '%s'%n%s%nbut it was%n  %s%s%n  changes %s%n  ran %s",
                actual.identifier(),
                actual.title(),
                expectation,
                actual.status().word(),
                newestRun().map(Jam::failure).map(why -> ": " + why).orElse(""),
                changedPaths(),
                commands().stream().map(CommandRun::command).toList());
        return this;
    }
}
