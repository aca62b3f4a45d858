package dev.capy.core.task;

import dev.capy.core.account.User;
import dev.capy.core.catalog.Effort;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Budget;
import dev.capy.core.project.PersonalVariables;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.script.BuildStep;
import dev.capy.core.script.Scripts;
import dev.capy.core.setup.Setups;
import dev.capy.core.snapshot.Snapshots;
import dev.capy.core.source.PullRequest;
import dev.capy.core.source.PullRequestMerged;
import dev.capy.core.source.PullRequests;
import dev.capy.core.source.Sources;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.warmpool.WarmPools;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks of a world. Thread-safe; the state is the transaction's. */
public final class Tasks {

    private final TaskRecords records;
    private final TaskPullRequests pullRequests;
    private final Transcript transcript;
    private final Projects projects;
    private final BuildRuns runs;
    private final TaskDiffs diffs;

    public Tasks(
            Registry registry,
            Projects projects,
            Budget budget,
            PersonalVariables variables,
            Sources sources,
            PullRequests pullRequests,
            Hypervisor hypervisor,
            Provisioner provisioner,
            Plans plans,
            WarmPools warmPools,
            Snapshots snapshots,
            Setups setups,
            Scripts scripts,
            BuildLatencies latencies) {
        this.records = new TaskRecords(registry);
        this.projects = projects;
        this.pullRequests = new TaskPullRequests(sources, pullRequests);
        this.transcript = new Transcript(registry);
        Checkouts checkouts = new Checkouts(sources);
        this.diffs = new TaskDiffs(records, projects, sources, hypervisor);
        this.runs = new BuildRuns(
                registry,
                records,
                projects,
                budget,
                variables,
                hypervisor,
                provisioner,
                plans,
                warmPools,
                snapshots,
                setups,
                scripts,
                checkouts,
                this.pullRequests,
                new BuildAgent(budget, hypervisor, checkouts, this.pullRequests, transcript, latencies));
        registry.subscribe(PullRequestMerged.class, this::merged);
    }

    /** Makes a task, in the backlog. */
    public Task create(Tx tx, NewTask wanted) {
        String id = tx.newId();
        String threadId = wanted.threadId();
        String code = projects.project(tx, wanted.projectId()).taskCode();
        Task task = new Task(
                id,
                wanted.projectId(),
                threadId,
                wanted.authorId(),
                threadId == null ? null : records.ofThread(tx, threadId).count(),
                code + "-" + projects.nextTaskNumber(tx, wanted.projectId()),
                wanted.title(),
                wanted.prompt(),
                wanted.asked(),
                wanted.labels(),
                TaskStatus.BACKLOG,
                wanted.repos(),
                BranchName.of(wanted.title(), id),
                wanted.effort(),
                null,
                tx.now(),
                tx.now());
        records.add(tx, task);
        return task;
    }

    /**
     * Starts a run of a task: it gets a machine of the warm pool when there is one that matches, or one from a snapshot when
     * that counts, or a fresh one.
     *
     * @throws Invalid when the task is in a status that allows no run
     */
    public Task start(Tx tx, String taskId) {
        Task task = records.get(tx, taskId);
        return runs.start(tx, task, task.prompt());
    }

    /**
     * Starts a run whose agent does what is said here, whatever scripts say.
     *
     * @param script the name of the script that says so; null when none does
     * @throws Invalid when the task is in a status that allows no run
     */
    public Task startScripted(Tx tx, String taskId, @Nullable String script, List<BuildStep> steps) {
        return runs.start(tx, records.get(tx, taskId), Jam.Agenda.of(script, steps));
    }

    /**
     * Starts a run with another model from now on.
     *
     * @throws Invalid when the task is in a status that allows no run
     */
    public Task start(Tx tx, String taskId, String model) {
        Task task = records.get(tx, taskId);
        Effort effort = new Effort(model, task.effort().speed(), task.effort().reasoning());
        records.update(tx, task.with(effort));
        return start(tx, taskId);
    }

    /**
     * Asks for more: a task that needs review runs again on its branch.
     *
     * @return the new run
     * @throws Invalid when the task is in a status that takes no message
     */
    public Jam message(Tx tx, String taskId, String text) {
        Task task = records.get(tx, taskId);
        if (task.status() != TaskStatus.NEEDS_REVIEW) {
            throw new Invalid("A task that is " + task.status().word() + " takes no message; it must be "
                    + TaskStatus.NEEDS_REVIEW.word());
        }
        return records.currentRun(tx, runs.start(tx, task, text));
    }

    /**
     * Opens a pull request for a task's branch, in the first repository where it has commits.
     *
     * @param title null for the task's own
     * @param description null for what the Build agent said
     * @throws Invalid when the branch has no commits, or a pull request is open already
     */
    public PullRequest openPullRequest(
            Tx tx, String taskId, @Nullable String title, @Nullable String description, boolean draft) {
        Task task = records.get(tx, taskId);
        String said = newestRun(tx, task).map(Jam::report).orElse("");
        return pullRequests.open(tx, task, title, description == null ? said : description, draft);
    }

    /** A task whose run is under way is completed when that ends, unless it commits something more. */
    private void merged(Tx tx, PullRequestMerged merged) {
        ofBranch(tx, merged.repoFullName(), merged.headRef())
                .filter(task -> task.status() == TaskStatus.NEEDS_REVIEW || task.status() == TaskStatus.ERROR)
                .ifPresent(task -> records.update(tx, task.to(TaskStatus.COMPLETED, tx.now())));
    }

    /** The task whose commits go to this branch. */
    public Optional<Task> ofBranch(View view, String repoFullName, String branch) {
        return records.onBranch(view, branch)
                .oldestFirst()
                .filter(task -> task.repos().stream()
                        .anyMatch(repo -> repo.repoFullName().equals(repoFullName)))
                .findFirst();
    }

    /** The newest pull request of a task; empty when it has none. */
    public Optional<PullRequest> pullRequest(View view, Task task) {
        return pullRequests.newest(view, task);
    }

    /**
     * The tasks of a project, newest first.
     *
     * @param from the position to start at, that one included; {@link Long#MAX_VALUE} for the newest
     */
    public Stream<Task> newestFirst(View view, String projectId, long from) {
        return records.ofProject(view, projectId).newestFirst(from);
    }

    /** Where a task stands in the order of creation. */
    public long position(View view, Task task) {
        return records.position(view, task);
    }

    /** The runs of a task, oldest first. */
    public Stream<Jam> runs(View view, Task task) {
        return records.runs(view, task.id()).oldestFirst();
    }

    /** Ends the run under way: its machine goes. A task without one stays as it is. */
    public Task stop(Tx tx, String taskId) {
        Task task = records.get(tx, taskId);
        return task.status().isUnderWay() ? runs.stop(tx, task) : task;
    }

    /**
     * The task that {@code caller} means.
     *
     * @param idOrIdentifier its id, or its identifier such as {@code DEMO-12}
     * @throws NotFound when the caller sees no such task
     */
    public Task visible(View view, User caller, String idOrIdentifier) {
        return matching(view, idOrIdentifier)
                .filter(task -> projects.isVisible(view, caller, task.projectId()))
                .findFirst()
                .orElseThrow(() -> new NotFound("Task not found"));
    }

    /**
     * The task with this id or identifier, the oldest of several, whoever asks.
     *
     * @throws NotFound when there is none
     */
    public Task byIdOrIdentifier(View view, String idOrIdentifier) {
        return matching(view, idOrIdentifier).findFirst().orElseThrow(() -> new NotFound("Task not found"));
    }

    private Stream<Task> matching(View view, String idOrIdentifier) {
        return Stream.concat(
                records.find(view, idOrIdentifier).stream(),
                records.byIdentifier(view, idOrIdentifier).oldestFirst());
    }

    /** The task with this id. */
    public Task task(View view, String id) {
        return records.get(view, id);
    }

    /** The tasks of a thread, in the order in which they were delegated. */
    public Rows<Task> ofThread(View view, String threadId) {
        return records.ofThread(view, threadId);
    }

    /** The run with this id; empty when there is none. */
    public Optional<Jam> findRun(View view, String id) {
        return records.findRun(view, id);
    }

    /** The newest run of a task; empty when it never ran. */
    public Optional<Jam> newestRun(View view, Task task) {
        return records.newestRun(view, task);
    }

    /** The commands that ran for a run's agent, hooks included, in the order of their start. */
    public Rows<CommandRun> commands(View view, String jamId) {
        return transcript.of(view, jamId);
    }

    /** What a task has changed. */
    public TaskDiff diff(View view, Task task, DiffMode mode) {
        return diffs.of(view, task, mode);
    }
}
