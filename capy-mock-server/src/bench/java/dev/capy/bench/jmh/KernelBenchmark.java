package dev.capy.bench.jmh;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.Kernel;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a change of a world costs: a transaction, entries of the timeline, a look, and a world of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {

    private static final int ROWS = 10_000;
    private static final int ENTRIES = 1_000;
    private static final Table<Count> COUNTS = Table.of("counts", Count.class, Count::id);

    /** A record that changes. */
    public record Count(String id, int value) {

        Count more() {
            return new Count(id, value + 1);
        }
    }

    /** An entry that changes one. */
    public record Tick(String id) implements Timer {

        @Override
        public String describe() {
            return "count " + id;
        }
    }

    private final Kernel kernel = new Kernel(registry(), Store.inMemory(), CapyClock.EPOCH, 1);
    private int turn;

    private static Registry registry() {
        Registry registry = new Registry();
        registry.tables(COUNTS);
        return registry.on(Tick.class, (tx, tick) -> tx.update(COUNTS, tick.id(), Count::more));
    }

    /** Fills a table. */
    @Setup
    public void fill() {
        for (int i = 0; i < ROWS; i++) {
            Count row = new Count(Integer.toString(i), 0);
            kernel.write(tx -> tx.insert(COUNTS, row));
        }
    }

    private String next() {
        turn = (turn + 1) % ROWS;
        return Integer.toString(turn);
    }

    @Benchmark
    public Count transaction() {
        String id = next();
        return kernel.write(tx -> tx.update(COUNTS, id, Count::more));
    }

    @Benchmark
    public Object look() {
        String id = next();
        return kernel.read(view -> view.get(COUNTS, id));
    }

    /** Each entry joins, waits, runs in a transaction of its own and leaves. */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Object timeline() {
        kernel.write(tx -> {
            for (int i = 0; i < ENTRIES; i++) {
                tx.schedule(Duration.ofMillis(1 + i % 100), new Tick(Integer.toString(i)));
            }
            return true;
        });
        kernel.clock().runUntilIdle();
        return kernel.clock().now();
    }

    @Benchmark
    public Object freshWorld() {
        return CapyWorld.builder().build();
    }
}
