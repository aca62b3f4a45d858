package dev.capy.bench;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Prints what a fresh world costs a test, from the start of the test to its end, how long a new process takes to the first
 * line of its first test, and which threads are left. Run it with
 *
 * <pre>{@code
 * mvn -q -pl capy-junit-extension -am test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \
 *     -Dexec.mainClass=dev.capy.bench.FreshWorldBenchmark
 * }</pre>
 *
 * <p>The time to the first test counts only where a process of its own is started, with {@code java -cp}.
 */
public final class FreshWorldBenchmark {

    private static final int TESTS = 1_000;
    private static final int ROUNDS_TO_WARM_UP = 5;
    private static volatile long firstTest;

    private FreshWorldBenchmark() {}

    /** What there is without a world. */
    static class Nothing {

        @RepeatedTest(TESTS)
        void test() {}
    }

    @CapyTest
    static class World {

        @RepeatedTest(TESTS)
        void test(CapyWorld world) {}
    }

    @CapyTest
    static class Served {

        @RepeatedTest(TESTS)
        void test(ServedWorld capy) {
            if (firstTest == 0) {
                firstTest = System.currentTimeMillis();
            }
        }
    }

    @CapyTest
    static class WithItsOwnServer {

        @RepeatedTest(TESTS / 10)
        void test(CapyServer server) {}
    }

    /** Measures how long tests take. */
    private static final class Stopwatch implements TestExecutionListener {

        private final Map<String, Long> started = new ConcurrentHashMap<>();
        private final LongConsumer taken;

        Stopwatch(LongConsumer taken) {
            this.taken = taken;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            started.put(test.getUniqueId(), System.nanoTime());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            long now = System.nanoTime();
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                throw new IllegalStateException(result.toString());
            }
            if (test.isTest()) {
                taken.accept(now - started.get(test.getUniqueId()));
            }
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        run(Served.class);
        long ready = firstTest - ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.printf(Locale.ROOT, "first test reached %,d ms after the start of the process%n", ready);
        for (int i = 0; i < ROUNDS_TO_WARM_UP; i++) {
            run(Nothing.class);
            run(World.class);
            run(Served.class);
        }
        run(WithItsOwnServer.class);
        print("no world", Nothing.class);
        print("a world", World.class);
        print("a world that is served", Served.class);
        print("a server of its own", WithItsOwnServer.class);
        List<String> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .toList();
        System.out.println("threads left: " + left.size() + " " + left);
    }

    private static void print(String title, Class<?> tests) {
        long[] nanos = run(tests);
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-24s %,5d tests   median %7.3f ms   p90 %7.3f ms   worst %7.3f ms%n",
                title,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 9 / 10] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private static long[] run(Class<?> tests) {
        long[] nanos = new long[TESTS];
        int[] count = {0};
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(tests))
                                .build(),
                        new Stopwatch(value -> nanos[count[0]++] = value));
        return Arrays.copyOf(nanos, count[0]);
    }
}
