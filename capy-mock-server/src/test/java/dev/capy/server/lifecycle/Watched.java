package dev.capy.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs something and knows every thread that it starts, whatever else goes on. Not thread-safe. */
final class Watched {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ThreadGroup group = new ThreadGroup("watched");

    /** What it makes, or its failure; threads are put into the group of the thread that starts them. */
    <T> T run(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(group, task, "watched-work");
        thread.start();
        thread.join();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** The threads that are there. */
    List<Thread> threads() {
        Thread[] threads = new Thread[group.activeCount() + 100];
        int count = group.enumerate(threads);
        return List.of(Arrays.copyOf(threads, count));
    }

    /** Waits until those with these names have ended. */
    void awaitEndOf(String... names) throws InterruptedException {
        for (Thread thread : threads()) {
            if (List.of(names).contains(thread.getName())) {
                thread.join(PATIENCE.toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    /** Waits until all of them have ended. */
    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads()) {
            thread.join(PATIENCE.toMillis());
        }
        assertThat(threads()).isEmpty();
    }
}
