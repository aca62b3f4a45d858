package dev.capy.core.task;

import dev.capy.core.kernel.Event;
import org.jspecify.annotations.Nullable;

/**
 * A task is new, or its status is another one.
 *
 * @param taskId which one
 * @param identifier what people call it, for example {@code DEMO-1}
 * @param threadId the thread that delegated it; null when none did
 * @param status where it is now
 */
public record TaskChanged(
        String taskId, String identifier, @Nullable String threadId, TaskStatus status) implements Event {

    static TaskChanged to(Task task) {
        return new TaskChanged(task.id(), task.identifier(), task.threadId(), task.status());
    }
}
