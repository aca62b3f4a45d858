package dev.capy.core.task;

import dev.capy.core.account.User;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.script.Scripts;
import dev.capy.core.source.Sources;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.warmpool.WarmPools;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks of a world. Thread-safe; the state is the transaction's. */
public final class Tasks {

    private final TaskRecords records;
    private final Projects projects;
    private final BuildRuns runs;
    private final TaskDiffs diffs;

    public Tasks(
            Registry registry,
            Projects projects,
            Sources sources,
            Hypervisor hypervisor,
            Provisioner provisioner,
            WarmPools warmPools,
            Scripts scripts,
            BuildLatencies latencies) {
        this.records = new TaskRecords(registry);
        this.projects = projects;
        this.diffs = new TaskDiffs(records, sources, hypervisor);
        this.runs = new BuildRuns(
                registry,
                records,
                projects,
                hypervisor,
                provisioner,
                warmPools,
                scripts,
                new BuildAgent(hypervisor, sources, latencies));
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
                threadId == null ? null : records.ofThread(tx, threadId).count(),
                code + "-" + projects.nextTaskNumber(tx, wanted.projectId()),
                wanted.title(),
                wanted.prompt(),
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
     * Starts a run of a task: it gets a machine of the warm pool when there is one that matches, or a fresh one.
     *
     * @throws Invalid when the task is in a status that allows no run
     */
    public Task start(Tx tx, String taskId) {
        Task task = records.get(tx, taskId);
        return runs.start(tx, task, task.prompt());
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

    /** What a task has changed. */
    public TaskDiff diff(View view, Task task, DiffMode mode) {
        return diffs.of(view, task, mode);
    }
}
