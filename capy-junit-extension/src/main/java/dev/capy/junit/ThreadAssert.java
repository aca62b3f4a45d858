package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.source.PullRequest;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.Message;
import dev.capy.core.thread.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a captain thread, as it was when they began. */
public final class ThreadAssert extends AbstractAssert<ThreadAssert, CaptainThread> {

    private final CapyWorld world;

    ThreadAssert(CapyWorld world, CaptainThread actual) {
        super(actual, ThreadAssert.class);
        this.world = world;
    }

    public ThreadAssert isReady() {
        return hasRunState(RunState.READY);
    }

    public ThreadAssert isRunning() {
        return hasRunState(RunState.RUNNING);
    }

    public ThreadAssert isQueued() {
        return hasRunState(RunState.QUEUED);
    }

    public ThreadAssert isArchived() {
        return hasRunState(RunState.ARCHIVED);
    }

    /** @param what in the API's word: {@code task}, {@code ci}, {@code review}, {@code timer} or {@code worker} */
    public ThreadAssert isWaitingOn(String what) {
        hasRunState(RunState.WAITING);
        return actual.run().waitingOn().contains(what) ? this : failed("to wait on " + what);
    }

    /** @param what in the API's word: {@code auth} or {@code permission} */
    public ThreadAssert isBlockedOn(String what) {
        hasRunState(RunState.BLOCKED);
        return actual.run().blockedOn().contains(what) ? this : failed("to be blocked on " + what);
    }

    public ThreadAssert hasRunState(RunState expected) {
        return actual.runState() == expected ? this : failed("to be " + expected.word());
    }

    public ThreadAssert hasTitle(String expected) {
        return expected.equals(actual.title()) ? this : failed("to be called '" + expected + "'");
    }

    /** Its Captain has written a message with this text in it. */
    public ThreadAssert hasSaid(String text) {
        boolean said = messages().stream()
                .anyMatch(message -> message.source().equals("assistant")
                        && message.content().contains(text));
        return said ? this : failed("to have said '" + text + "'");
    }

    /** It has delegated so many tasks. */
    public ThreadAssert hasTasks(int expected) {
        return tasks().size() == expected ? this : failed("to have " + expected + " tasks");
    }

    /** One of its tasks, at least, is as {@code requirements} say. */
    public ThreadAssert hasTask(Consumer<? super TaskAssert> requirements) {
        List<String> objections = new ArrayList<>();
        for (Task task : tasks()) {
            try {
                requirements.accept(new TaskAssert(world, task));
                return this;
            } catch (AssertionError e) {
                objections.add(String.valueOf(e.getMessage()).strip());
            }
        }
        return failed("to have a task that meets the requirements; this is what is wrong with each:\n"
                + (objections.isEmpty() ? "  it has none" : String.join("\n", objections)));
    }

    /** One of its tasks, at least, has a pull request as {@code requirements} say. */
    public ThreadAssert hasPullRequest(Consumer<? super PullRequestAssert> requirements) {
        List<String> objections = new ArrayList<>();
        for (PullRequest pull : pullRequests()) {
            try {
                requirements.accept(new PullRequestAssert(pull));
                return this;
            } catch (AssertionError e) {
                objections.add(String.valueOf(e.getMessage()).strip());
            }
        }
        return failed("to have a pull request that meets the requirements; this is what is wrong with each:\n"
                + (objections.isEmpty() ? "  it has none" : String.join("\n", objections)));
    }

    private List<Message> messages() {
        return world.read(view ->
                world.threads().messages(view, actual.id(), Long.MAX_VALUE).toList());
    }

    private List<Task> tasks() {
        return world.read(
                view -> world.tasks().ofThread(view, actual.id()).oldestFirst().toList());
    }

    private List<PullRequest> pullRequests() {
        return world.read(view -> world.tasks()
                .ofThread(view, actual.id())
                .oldestFirst()
                .flatMap(task -> world.tasks().pullRequest(view, task).stream())
                .toList());
    }

    private ThreadAssert failed(String expectation) {
        failWithMessage("%nExpecting %s%n%s%nbut it was%n%s", name(), expectation, told());
        return this;
    }

    private String name() {
        return "thread " + actual.id() + (actual.title() == null ? "" : " '" + actual.title() + "'");
    }

    private String told() {
        List<String> lines = new ArrayList<>();
        lines.add("  " + actual.runState().word() + reasons() + " at "
                + world.clock().now());
        tasks().forEach(task -> lines.add("  task " + task.identifier() + " '" + task.title() + "': "
                + task.status().word()));
        List<Message> messages = messages();
        messages.stream().limit(3).forEach(message -> lines.add("  " + message.source() + ": " + message.content()));
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private String reasons() {
        List<String> on = new ArrayList<>(actual.run().waitingOn());
        on.addAll(actual.run().blockedOn());
        return on.isEmpty() ? "" : " on " + String.join(", ", on);
    }
}
