package dev.capy.core.task;

import dev.capy.core.kernel.Event;
import org.jspecify.annotations.Nullable;

/**
 * A run of a task came to its end.
 *
 * @param taskId whose run
 * @param threadId the thread that delegated the task; null when none did
 * @param failure why it failed; null when it did not
 */
public record TaskEnded(
        String taskId, @Nullable String threadId, @Nullable String failure) implements Event {}
