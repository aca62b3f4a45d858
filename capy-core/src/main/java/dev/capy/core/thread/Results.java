package dev.capy.core.thread;

import dev.capy.core.kernel.View;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskDiff;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.task.Tasks;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a Captain tells of the tasks that it delegated. */
final class Results {

    private final Tasks tasks;

    Results(Tasks tasks) {
        this.tasks = tasks;
    }

    /** One line a task, in the order of delegation. */
    String of(View view, String threadId) {
        return tasks.ofThread(view, threadId)
                .oldestFirst()
                .map(task -> line(view, task))
                .collect(Collectors.joining("\n"));
    }

    private String line(View view, Task task) {
        Optional<String> failure = tasks.newestRun(view, task).map(Jam::failure);
        if (task.status() == TaskStatus.ERROR && failure.isPresent()) {
            return task.identifier() + " failed: " + failure.get();
        }
        if (task.status() != TaskStatus.NEEDS_REVIEW) {
            return task.identifier() + " is " + task.status().word().replace('_', ' ');
        }
        TaskDiff diff = tasks.diff(view, task, DiffMode.PR);
        return task.identifier() + " is ready for review: " + files(diff) + ", +" + diff.additions() + " -"
                + diff.deletions() + " on " + task.branch();
    }

    private static String files(TaskDiff diff) {
        int count = diff.files().size();
        return count + (count == 1 ? " file" : " files");
    }
}
