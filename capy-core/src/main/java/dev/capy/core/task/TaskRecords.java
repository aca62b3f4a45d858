package dev.capy.core.task;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.Objects;
import java.util.Optional;

/** The records of tasks and of their runs. */
final class TaskRecords {

    private static final Table<Task> TASKS = Table.of("tasks", Task.class, Task::id);
    private static final Index<Task, String> BY_THREAD = TASKS.index(Task::threadId);
    private static final Index<Task, String> BY_IDENTIFIER = TASKS.index(Task::identifier);
    private static final Index<Task, String> BY_PROJECT = TASKS.index(Task::projectId);
    private static final Index<Task, String> BY_BRANCH = TASKS.index(Task::branch);
    private static final Table<Jam> JAMS = Table.of("jams", Jam.class, Jam::id);
    private static final Index<Jam, String> BY_TASK = JAMS.index(Jam::taskId);
    private static final Index<Jam, String> BY_VM = JAMS.index(Jam::vmId);

    TaskRecords(Registry registry) {
        registry.tables(TASKS, JAMS);
    }

    void add(Tx tx, Task task) {
        tx.insert(TASKS, task);
        tx.emit(TaskChanged.to(task));
    }

    Task update(Tx tx, Task task) {
        if (get(tx, task.id()).status() != task.status()) {
            tx.emit(TaskChanged.to(task));
        }
        return tx.update(TASKS, task);
    }

    Optional<Task> find(View view, String id) {
        return view.find(TASKS, id);
    }

    Task get(View view, String id) {
        return view.get(TASKS, id);
    }

    Rows<Task> byIdentifier(View view, String identifier) {
        return view.where(BY_IDENTIFIER, identifier);
    }

    Rows<Task> ofThread(View view, String threadId) {
        return view.where(BY_THREAD, threadId);
    }

    Rows<Task> ofProject(View view, String projectId) {
        return view.where(BY_PROJECT, projectId);
    }

    /** The tasks whose commits go to branches of this name. */
    Rows<Task> onBranch(View view, String branch) {
        return view.where(BY_BRANCH, branch);
    }

    long position(View view, Task task) {
        return view.sequence(TASKS, task.id());
    }

    Rows<Jam> runs(View view, String taskId) {
        return view.where(BY_TASK, taskId);
    }

    void add(Tx tx, Jam jam) {
        tx.insert(JAMS, jam);
    }

    Jam update(Tx tx, Jam jam) {
        return tx.update(JAMS, jam);
    }

    Jam jam(View view, String id) {
        return view.get(JAMS, id);
    }

    Optional<Jam> findRun(View view, String id) {
        return view.find(JAMS, id);
    }

    /** The newest run of a task. */
    Optional<Jam> newestRun(View view, Task task) {
        return Optional.ofNullable(task.jamId()).map(id -> jam(view, id));
    }

    /** The run under way of a task. */
    Jam currentRun(View view, Task task) {
        return jam(view, Objects.requireNonNull(task.jamId()));
    }

    /** The run that has this machine. */
    Optional<Jam> onVm(View view, String vmId) {
        return view.where(BY_VM, vmId).oldest();
    }
}
