package dev.capy.core.thread;

import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.review.NewReview;
import dev.capy.core.review.Reviews;
import dev.capy.core.script.CaptainStep;
import dev.capy.core.script.CaptainStep.Awaited;
import dev.capy.core.source.Checks;
import dev.capy.core.source.PullRequest;
import dev.capy.core.task.Tasks;
import java.util.List;
import java.util.stream.Stream;

/** What Captains wait for, and when that is over. Stateless. */
final class CaptainWaits {

    static final String TASK = "task";
    static final String TIMER = "timer";

    private final Tasks tasks;
    private final Checks checks;
    private final Reviews reviews;

    CaptainWaits(Tasks tasks, Checks checks, Reviews reviews) {
        this.tasks = tasks;
        this.checks = checks;
        this.reviews = reviews;
    }

    /** Begins to wait, unless what is waited for is over. */
    Next begin(Tx tx, CaptainThread thread, CaptainStep step) {
        if (step instanceof CaptainStep.WaitForTimer timer) {
            return new Next.Wait(TIMER, timer.duration());
        }
        if (step instanceof CaptainStep.WaitFor awaited && awaited.what() == Awaited.REVIEW) {
            askForReviews(tx, thread);
        }
        return isOver(tx, thread, step) ? new Next.GoOn() : new Next.Wait(word(step), null);
    }

    private static String word(CaptainStep step) {
        return step instanceof CaptainStep.WaitFor awaited ? awaited.what().word() : TASK;
    }

    /** Whether what a waiting Captain waits for is over; of what only somebody can tell it is not. */
    boolean isOver(View view, CaptainThread thread) {
        return isOver(view, thread, thread.run().mind().current());
    }

    private boolean isOver(View view, CaptainThread thread, CaptainStep step) {
        if (step instanceof CaptainStep.WaitForTasks) {
            return tasks.ofThread(view, thread.id())
                    .oldestFirst()
                    .noneMatch(task -> task.status().isUnderWay());
        } else if (step instanceof CaptainStep.WaitFor awaited) {
            return switch (awaited.what()) {
                case CI -> openPulls(view, thread, awaited.what()).allMatch(pull -> isChecked(view, pull));
                case REVIEW ->
                    openPulls(view, thread, awaited.what()).noneMatch(pull -> reviews.isUnderWay(view, pull));
                case WORKER -> false;
            };
        }
        return false;
    }

    private boolean isChecked(View view, PullRequest pull) {
        Checks.State state = checks.state(view, pull);
        return state == Checks.State.SUCCESS || state == Checks.State.FAILURE;
    }

    private void askForReviews(Tx tx, CaptainThread thread) {
        NewReview wanted = new NewReview(thread.projectId(), thread.authorId(), thread.origin(), thread.tags());
        openPulls(tx, thread, Awaited.REVIEW)
                .filter(pull -> !reviews.isAskedFor(tx, pull))
                .toList()
                .forEach(pull -> reviews.start(tx, wanted, pull));
    }

    /** The newest pull request of each task, where that is open. */
    private Stream<PullRequest> openPulls(View view, CaptainThread thread, Awaited what) {
        List<PullRequest> pulls = tasks.ofThread(view, thread.id())
                .oldestFirst()
                .flatMap(task -> tasks.pullRequest(view, task).stream())
                .toList();
        if (pulls.isEmpty()) {
            throw new Invalid(
                    "there is nothing to wait for (" + what.word() + "), for no task of the thread has a pull request");
        }
        return pulls.stream().filter(pull -> pull.state() == PullRequest.State.OPEN);
    }
}
