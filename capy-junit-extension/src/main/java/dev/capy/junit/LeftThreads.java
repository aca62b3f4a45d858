package dev.capy.junit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The threads of servers that were started after this was made, and that do not end. Thread-safe. */
final class LeftThreads {

    private static final String OURS = "capy-";
    private static final Pattern POOL = Pattern.compile("capy-[a-z]+(-\\d+)?");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final Set<String> before = running().map(LeftThreads::pool).collect(Collectors.toSet());

    private static Stream<Thread> running() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(OURS));
    }

    /** What a thread has in common with those that come and go beside it: {@code capy-http-1}. */
    private static String pool(Thread thread) {
        Matcher pool = POOL.matcher(thread.getName());
        return pool.lookingAt() ? pool.group() : thread.getName();
    }

    /** Waits a little for those that are about to end. */
    List<String> now() {
        long deadline = System.nanoTime() + PATIENCE;
        return running()
                .filter(thread -> !before.contains(pool(thread)))
                .filter(thread -> !ends(thread, deadline))
                .map(LeftThreads::pool)
                .distinct()
                .sorted()
                .map(pool -> "threads " + pool + " still run: whoever starts a CapyServer must close it")
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
