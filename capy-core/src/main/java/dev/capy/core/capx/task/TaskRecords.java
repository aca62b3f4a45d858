package dev.capy.core.capx.task;

import dev.capy.core.capx.value.ShortIds;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The records of tasks. */
final class TaskRecords {

    private static final Table<Task> TASKS = Table.of("capx_tasks", Task.class, Task::id);
    private static final Index<Task, String> BY_COMPANY = TASKS.index(Task::companyId);
    private static final Index<Task, String> WAITING = TASKS.index(Task::waitsFor);
    private static final Index<Task, String> CURRENT = TASKS.index(Task::occupies);
    private static final Index<Task, String> OPEN = TASKS.index(Task::isOpenFor);

    TaskRecords(Registry registry) {
        registry.tables(TASKS);
    }

    static String newId(Tx tx) {
        return ShortIds.fresh(tx, "tsk_", TASKS);
    }

    Task add(Tx tx, Task task) {
        return tx.insert(TASKS, task);
    }

    Task update(Tx tx, Task task) {
        return tx.update(TASKS, task);
    }

    Optional<Task> find(View view, String id) {
        return view.find(TASKS, id);
    }

    Task get(View view, String id) {
        return view.get(TASKS, id);
    }

    Rows<Task> ofCompany(View view, String companyId) {
        return view.where(BY_COMPANY, companyId);
    }

    long position(View view, Task task) {
        return view.sequence(TASKS, task.id());
    }

    /** The task that an agent is at. */
    Optional<Task> current(View view, String agentId) {
        return view.where(CURRENT, agentId).oldest();
    }

    /** The task that an agent takes up next: the most urgent, and of those the oldest. */
    Optional<Task> next(View view, String agentId) {
        return view.where(WAITING, agentId)
                .oldestFirst()
                .max(Comparator.comparing((Task task) -> task.said().priority())
                        .thenComparing(task -> -position(view, task)));
    }

    /** The tasks that an agent has yet to bring to an end. */
    List<Task> open(View view, String agentId) {
        return view.where(OPEN, agentId).oldestFirst().toList();
    }
}
