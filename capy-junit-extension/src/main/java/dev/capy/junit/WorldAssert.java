package dev.capy.junit;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.Entry;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.source.PullRequest;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a world. Each looks at the world as it is then. */
public final class WorldAssert extends AbstractAssert<WorldAssert, CapyWorld> {

    WorldAssert(CapyWorld actual) {
        super(actual, WorldAssert.class);
    }

    /** The thread with this id is there; what follows is about it. */
    public ThreadAssert thread(String id) {
        isNotNull();
        CaptainThread thread = actual.read(view -> actual.threads().find(view, id))
                .orElseThrow(() -> failure("Expecting a thread with the id %s, but the world has none", id));
        return new ThreadAssert(actual, thread).as(info.description());
    }

    /** The task with this id or identifier is there; what follows is about it. */
    public TaskAssert task(String idOrIdentifier) {
        isNotNull();
        return new TaskAssert(actual, find(idOrIdentifier)).as(info.description());
    }

    private Task find(String idOrIdentifier) {
        try {
            return actual.read(view -> actual.tasks().byIdOrIdentifier(view, idOrIdentifier));
        } catch (NotFound e) {
            throw failure("Expecting a task %s, but the world has none", idOrIdentifier);
        }
    }

    /** The pull request of this number is there; what follows is about it. */
    public PullRequestAssert pullRequest(String repoFullName, int number) {
        isNotNull();
        try {
            PullRequest pull = actual.read(view -> actual.pullRequests().get(view, repoFullName, number));
            return new PullRequestAssert(pull).as(info.description());
        } catch (NotFound e) {
            throw failure("Expecting %s to have a pull request #%s, but it has none", repoFullName, number);
        }
    }

    /** The warm pool of a project; what follows is about it. */
    public WarmPoolAssert warmPool(String projectId) {
        isNotNull();
        return new WarmPoolAssert(actual.read(view -> actual.warmPools().status(view, projectId)))
                .as(info.description());
    }

    /** Nothing is pending that anyone waits for. */
    public WorldAssert isIdle() {
        isNotNull();
        if (!actual.clock().isIdle()) {
            String held = actual.clock().pending().stream()
                    .filter(Entry::foreground)
                    .map(entry -> "  " + entry.name() + " at " + entry.due())
                    .collect(Collectors.joining("\n"));
            failWithMessage(
                    "Expecting the world to be idle at %s, but it waits for%n%s",
                    actual.clock().now(), held);
        }
        return this;
    }

    /** Every script has been followed by some agent. */
    public WorldAssert hasNoUnusedScripts() {
        isNotNull();
        List<String> unused = actual.surroundings().unusedScripts();
        if (!unused.isEmpty()) {
            failWithMessage("Expecting every script to have been followed, but nobody followed %s", unused);
        }
        return this;
    }
}
