package dev.capy.core.thread;

import dev.capy.core.kernel.Event;

/**
 * A thread's Captain does something else than before.
 *
 * @param threadId which one
 * @param projectId whose it is
 * @param runState what its Captain does now
 */
public record ThreadChanged(String threadId, String projectId, RunState runState) implements Event {

    static ThreadChanged to(CaptainThread thread) {
        return new ThreadChanged(thread.id(), thread.projectId(), thread.runState());
    }
}
