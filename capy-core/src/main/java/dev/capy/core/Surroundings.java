package dev.capy.core;

import dev.capy.core.account.User;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.review.NewReview;
import dev.capy.core.review.Review;
import dev.capy.core.script.Origin;
import dev.capy.core.script.Script;
import dev.capy.core.source.Check;
import dev.capy.core.source.Conclusion;
import dev.capy.core.source.MergeMethod;
import dev.capy.core.source.PullRequest;
import dev.capy.core.task.CommandRun;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.NewThread;
import dev.capy.core.vm.MachineFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens around the platform, in Java: people merge pull requests, CI reports, Slack starts threads, somebody signs
 * in, hosts crash; and what can be seen of agents that no API tells. Everything here is refused with a
 * {@link CapyException} where it makes no sense. Thread-safe.
 */
public final class Surroundings {

    private final CapyWorld world;

    Surroundings(CapyWorld world) {
        this.world = world;
    }

    /** Adds scripts after all others; all or none. */
    public void script(Script... scripts) {
        world.write(tx -> {
            for (Script script : scripts) {
                String projectId = script.when().projectId();
                if (projectId != null) {
                    world.projects().project(tx, projectId);
                }
                world.scripts().add(tx, script);
            }
            return true;
        });
    }

    /** The names of the scripts that no agent has followed. */
    public List<String> unusedScripts() {
        return world.read(view -> world.scripts().unused(view));
    }

    /**
     * Starts a thread as somebody would elsewhere: on the web, in Slack, in Linear, on GitHub.
     *
     * @param token the name of an API token of whom it counts as started by
     */
    public CaptainThread startThread(String token, NewThread wanted) {
        return world.write(tx -> {
            User user = world.accounts().owner(tx, token);
            world.projects().visible(tx, user, wanted.projectId());
            return world.threads().start(tx, user, user, wanted);
        });
    }

    /** Takes out of the way what a blocked thread is blocked on. */
    public CaptainThread unblock(String threadId) {
        return world.write(tx -> world.threads().unblock(tx, threadId));
    }

    /** Ends what a waiting thread waits for: CI, a review, a timer, a worker. */
    public CaptainThread wake(String threadId) {
        return world.write(tx -> world.threads().wake(tx, threadId));
    }

    /** A pull request as it is now. */
    public PullRequest pullRequest(String repoFullName, int number) {
        return world.read(view -> world.pullRequests().get(view, repoFullName, number));
    }

    /** Merges a pull request: its task is completed. */
    public PullRequest merge(String repoFullName, int number, MergeMethod method) {
        return world.write(tx -> world.pullRequests().merge(tx, repoFullName, number, method, null, null));
    }

    /** Makes a draft ready to be reviewed and merged. */
    public PullRequest markReady(String repoFullName, int number) {
        return world.write(tx -> world.pullRequests().markReady(tx, repoFullName, number));
    }

    /** Opens a closed pull request again. */
    public PullRequest reopen(String repoFullName, int number) {
        return world.write(tx -> world.pullRequests().reopen(tx, repoFullName, number));
    }

    /** Closes a pull request without merging it. */
    public PullRequest close(String repoFullName, int number) {
        return world.write(tx -> world.pullRequests().close(tx, repoFullName, number));
    }

    /**
     * Reports a CI check.
     *
     * @param branchOrCommit what was checked
     * @param conclusion how it ended; null while it runs
     */
    public Check check(String repoFullName, String branchOrCommit, String name, @Nullable Conclusion conclusion) {
        return world.write(tx -> world.checks().report(tx, repoFullName, branchOrCommit, name, conclusion));
    }

    /**
     * Has a pull request of a task reviewed, as the button on the web does.
     *
     * @param token the name of an API token of whom it counts as asked for by
     */
    public Review review(String token, String repoFullName, int number) {
        return world.write(tx -> {
            User user = world.accounts().owner(tx, token);
            PullRequest pull = world.pullRequests().get(tx, repoFullName, number);
            Task task = world.tasks()
                    .ofBranch(tx, repoFullName, pull.headRef())
                    .orElseThrow(() -> new NotFound("No task has this pull request"));
            NewReview wanted = new NewReview(
                    task.projectId(), user.id(), Origin.WEB, task.asked().tags());
            return world.reviews().start(tx, wanted, pull);
        });
    }

    /** A review as it is now. */
    public Review review(String reviewId) {
        return world.read(
                view -> world.reviews().find(view, reviewId).orElseThrow(() -> new NotFound("Review not found")));
    }

    /** The reviews of a pull request, in the order in which they were asked for. */
    public List<Review> reviews(String repoFullName, int number) {
        return world.read(view -> world.reviews()
                .of(view, world.pullRequests().get(view, repoFullName, number))
                .oldestFirst()
                .toList());
    }

    /** The runs of a task, oldest first, by its id or its identifier. */
    public List<Jam> runs(String task) {
        return world.read(view -> world.tasks()
                .runs(view, world.tasks().byIdOrIdentifier(view, task))
                .toList());
    }

    /** The commands that ran for the agent of a run, hooks included, in the order of their start. */
    public List<CommandRun> commands(String jamId) {
        return world.read(
                view -> world.tasks().commands(view, jamId).oldestFirst().toList());
    }

    /**
     * Says how many dollars an organization may spend in a month.
     *
     * @param dollars null for any amount
     */
    public void capSpending(String organizationId, @Nullable BigDecimal dollars) {
        world.write(tx -> {
            world.usage().cap(tx, organizationId, dollars);
            return true;
        });
    }

    /** Lets a host fail: every machine on it is lost. */
    public void crash(String hostId) {
        world.write(tx -> {
            world.hypervisor().crash(tx, hostId);
            return true;
        });
    }

    /** Lets a host fail after a while. */
    public void crash(String hostId, Duration delay) {
        world.write(tx -> {
            world.hypervisor().crashAfter(tx, hostId, delay);
            return true;
        });
    }

    /** Lets something go wrong with virtual machines that are still to be created. */
    public void fault(MachineFault fault) {
        world.write(tx -> world.hypervisor().faults().add(tx, fault));
    }

    /** All such faults, and which machines each has struck. */
    public List<MachineFault> machineFaults() {
        return world.read(view -> world.hypervisor().faults().all(view));
    }

    /** Lets a fault strike no more; with machines that it has struck, nothing more goes wrong for its sake. */
    public void removeFault(String name) {
        world.write(tx -> {
            world.hypervisor().faults().remove(tx, name);
            return true;
        });
    }
}
