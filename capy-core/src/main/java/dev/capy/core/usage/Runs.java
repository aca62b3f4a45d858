package dev.capy.core.usage;

import dev.capy.core.account.Accounts;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Projects;
import dev.capy.core.review.Review;
import dev.capy.core.review.Reviews;
import dev.capy.core.script.AgentType;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskDiff;
import dev.capy.core.task.Tasks;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.Threads;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Knows which run an id means: a thread's Captain, a Build agent or a Review agent. */
public final class Runs {

    private final Accounts accounts;
    private final Projects projects;
    private final Threads threads;
    private final Tasks tasks;
    private final Reviews reviews;

    public Runs(Accounts accounts, Projects projects, Threads threads, Tasks tasks, Reviews reviews) {
        this.accounts = accounts;
        this.projects = projects;
        this.threads = threads;
        this.tasks = tasks;
        this.reviews = reviews;
    }

    /** The run with this id and what it was charged; empty when nobody knows it. */
    Optional<RunUsage> find(View view, String jamId, List<Charge> charges) {
        return threads.find(view, jamId)
                .map(thread -> ofCaptain(view, thread, charges))
                .or(() -> tasks.findRun(view, jamId).map(jam -> ofBuild(view, jam, charges)))
                .or(() -> reviews.find(view, jamId).map(review -> ofReview(view, review, charges)));
    }

    private RunUsage ofCaptain(View view, CaptainThread thread, List<Charge> charges) {
        return new RunUsage(
                thread.id(),
                thread.title(),
                thread.runState().status(),
                AgentType.CAPTAIN,
                thread.projectId(),
                thread.createdAt(),
                thread.updatedAt(),
                accounts.user(view, thread.authorId()),
                null,
                last(charges).at(),
                models(charges),
                cost(charges));
    }

    private RunUsage ofBuild(View view, Jam jam, List<Charge> charges) {
        Task task = tasks.task(view, jam.taskId());
        return new RunUsage(
                jam.id(),
                task.title(),
                jam.isUnderWay() ? "active" : "idle",
                AgentType.BUILD,
                task.projectId(),
                jam.startedAt(),
                jam.endedAt() == null ? last(charges).at() : jam.endedAt(),
                accounts.user(view, task.authorId()),
                task,
                last(charges).at(),
                models(charges),
                cost(charges));
    }

    private RunUsage ofReview(View view, Review review, List<Charge> charges) {
        return new RunUsage(
                review.id(),
                review.about().title(),
                review.isUnderWay() ? "active" : "idle",
                AgentType.REVIEW,
                review.about().projectId(),
                review.startedAt(),
                review.endedAt() == null ? last(charges).at() : review.endedAt(),
                accounts.user(view, review.about().userId()),
                null,
                last(charges).at(),
                models(charges),
                cost(charges));
    }

    private static Charge last(List<Charge> charges) {
        return charges.get(charges.size() - 1);
    }

    private static int models(List<Charge> charges) {
        return (int) charges.stream()
                .map(Charge::model)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static Cost cost(List<Charge> charges) {
        return charges.stream().reduce(Cost.ZERO, Cost::plus, Cost::plus);
    }

    /** Whose run this is; empty when nobody knows it. */
    Optional<String> organization(View view, String jamId) {
        return threads.find(view, jamId)
                .map(CaptainThread::projectId)
                .or(() -> tasks.findRun(view, jamId)
                        .map(jam -> tasks.task(view, jam.taskId()).projectId()))
                .or(() -> reviews.find(view, jamId).map(review -> review.about().projectId()))
                .map(projectId -> projects.project(view, projectId).organizationId());
    }

    String organization(View view, RunUsage run) {
        return projects.project(view, run.projectId()).organizationId();
    }

    /** How the runs of a query are sorted; those alike by their ids. */
    Comparator<RunUsage> order(View view, UsageQuery query) {
        Comparator<RunUsage> order = switch (query.order()) {
            case LAST_ACTIVITY -> Comparator.comparing(RunUsage::lastActivityAt);
            case COST -> Comparator.comparing(run -> run.cost().totalDollars());
            case NAME -> Comparator.comparing(run -> String.valueOf(run.title()));
            case DIFF -> Comparator.comparing(run -> changedLines(view, run));
            case OWNER -> Comparator.comparing(run -> run.user().name());
        };
        return (query.descending() ? order.reversed() : order).thenComparing(RunUsage::jamId);
    }

    private int changedLines(View view, RunUsage run) {
        Task task = run.task();
        if (task == null) {
            return 0;
        }
        TaskDiff diff = tasks.diff(view, task, DiffMode.PR);
        return diff.additions() + diff.deletions();
    }
}
