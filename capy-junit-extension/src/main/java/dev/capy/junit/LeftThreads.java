package dev.capy.junit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The threads of servers that began after this did, and that do not end. Thread-safe. */
final class LeftThreads {

    private static final String OURS = "capy-";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private final Set<Thread> before = running();

    private static Set<Thread> running() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(OURS))
                .collect(Collectors.toSet());
    }

    /** Waits a little for those that are about to end. */
    List<String> now() {
        long deadline = System.nanoTime() + PATIENCE;
        return running().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !ends(thread, deadline))
                .map(thread ->
                        "the thread " + thread.getName() + " still runs: whoever started a CapyServer must close it")
                .sorted()
                .toList();
    }

    private static boolean ends(Thread thread, long deadline) {
        try {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left > 0) {
                thread.join(left);
            }
            return !thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
