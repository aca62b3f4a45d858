package dev.capy.core.bench;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.OrganizationSpec;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Store;
import dev.capy.core.provisioning.Plan;
import dev.capy.core.provisioning.SetupCommand;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmSettings;
import dev.capy.core.vm.VmShape;
import dev.capy.core.vm.VmState;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Boots very many machines through all provisioning steps in one world, in virtual time, and prints what that took. Run it
 * with
 *
 * <pre>{@code
 * mvn -q -pl capy-core test-compile exec:java -Dexec.skip=false -Dexec.classpathScope=test \
 *     -Dexec.mainClass=dev.capy.core.bench.BootBenchmark
 * }</pre>
 *
 * A number as the argument is the largest count of machines, 100,000 unless given; {@code boots} behind it leaves the warm
 * pools out.
 */
public final class BootBenchmark {

    private static final int PER_HOST = 16;
    private static final int PER_POOL = 20;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final VmShape HOST = new VmShape(64, 256, 4096);

    /** Counts the timeline entries that have run or were cancelled. */
    private static final class Counter implements Store {

        private long entries;

        @Override
        public CompletableFuture<Void> commit(Commit commit) {
            entries += commit.ended().size();
            return KEPT;
        }

        @Override
        public Optional<Image> load() {
            return Optional.empty();
        }
    }

    private final Counter counter = new Counter();
    private final CapyWorld world;
    private final int machines;

    private BootBenchmark(int machines, int projects) {
        this.machines = machines;
        this.world = CapyWorld.builder()
                .seed(1)
                .store(counter)
                .fixture(Fixture.empty()
                        .settings(settings -> settings.vm(new VmSettings(
                                VmSettings.hosts(machines / PER_HOST + 1, HOST),
                                VmSettings.DEFAULT.shapes(),
                                VmSettings.DEFAULT.latencies(),
                                VmSettings.DEFAULT.commands())))
                        .repository(
                                "acme/app",
                                repository -> repository
                                        .file("README.md", "# App\n")
                                        .file("package.json", "{}\n")
                                        .file("src/main.js", "run();\n"))
                        .organization("org_acme", organization -> with(organization, projects)))
                .build();
    }

    private static OrganizationSpec with(OrganizationSpec organization, int projects) {
        OrganizationSpec filled = organization.user("user_owner", user -> user.token("owner"));
        for (int i = 0; i < projects; i++) {
            String code = "P" + i;
            filled = filled.project(
                    "proj_" + i,
                    project -> project.repo("acme/app").taskCode(code).variable("MODE", "bench"));
        }
        return filled;
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int most = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        boolean pools = arguments.length < 2;
        System.out.println("warming up");
        for (int i = 0; i < 3; i++) {
            boot(most / 20);
            if (pools) {
                pools(most / 20);
                churn(most / 5);
            }
        }
        compare("boots by the provisioner", most, BootBenchmark::boot);
        if (!pools) {
            return;
        }
        compare("boots by warm pools", most, BootBenchmark::pools);
        compare("replacements in full warm pools", most, BootBenchmark::churn);
    }

    @FunctionalInterface
    private interface Measured {
        Result of(int machines);
    }

    /** What a run took. */
    private record Result(int boots, double seconds, double cpuSeconds, long entries, double heapPerMachine) {

        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "%,9d boots  %6.2f s wall  %6.2f s CPU  %,9d entries  %,9.0f entries/s CPU  %6.0f bytes a live VM%n",
                    boots,
                    seconds,
                    cpuSeconds,
                    entries,
                    entries / cpuSeconds,
                    heapPerMachine);
        }
    }

    private static void compare(String title, int most, Measured measured) {
        System.out.println(title);
        Result few = measured.of(most / 10);
        few.print();
        Result many = measured.of(most);
        many.print();
        System.out.printf(
                Locale.ROOT,
                "          ten times as many took %.1f times as much CPU%n",
                many.cpuSeconds / few.cpuSeconds);
    }

    /** All machines of one project at once. */
    private static Result boot(int machines) {
        BootBenchmark bench = new BootBenchmark(machines, 1);
        return bench.measure(machines, () -> {
            Plan plan = bench.world
                    .as("owner")
                    .testBoot("proj_0", SetupCommand.of("npm ci"))
                    .plan();
            for (int i = 1; i < machines; i++) {
                bench.world.write(tx -> bench.world.provisioner().start(tx, "benchmark", plan));
            }
            bench.world.clock().runUntilIdle();
        });
    }

    /** As many warm pools of twenty as it takes. */
    private static Result pools(int machines) {
        BootBenchmark bench = new BootBenchmark(machines, machines / PER_POOL);
        return bench.measure(machines, bench::fillPools);
    }

    /** Full pools whose machines reach their age and are replaced, three times over. */
    private static Result churn(int machines) {
        int live = machines / 4;
        BootBenchmark bench = new BootBenchmark(live, live / PER_POOL);
        bench.fillPools();
        return bench.measure(machines - live, () -> {
            bench.world.clock().advance(Duration.ofMinutes(92));
            bench.world.clock().runUntilIdle();
        });
    }

    private void fillPools() {
        var owner = world.as("owner");
        IntStream.range(0, machines / PER_POOL)
                .forEach(i -> owner.configureWarmPool(
                        "proj_" + i,
                        config -> config.withEnabled(true)
                                .withTargetSize(PER_POOL)
                                .withMaxAgeMinutes(30)
                                .withSetupCommands(List.of(SetupCommand.of("npm ci")))));
        world.clock().runUntilIdle();
    }

    private Result measure(int boots, Runnable work) {
        long heapBefore =
                world.<Integer>read(view -> world.hypervisor().vms(view).count()) == 0 ? usedHeap() : 0;
        long entriesBefore = counter.entries;
        long wall = System.nanoTime();
        long cpu = THREAD.getCurrentThreadCpuTime();
        work.run();
        double seconds = (System.nanoTime() - wall) / 1e9;
        double cpuSeconds = (THREAD.getCurrentThreadCpuTime() - cpu) / 1e9;
        long live = world.read(view -> world.hypervisor()
                .vms(view)
                .oldestFirst()
                .map(Vm::state)
                .filter(VmState.RUNNING::equals)
                .count());
        if (live != machines / PER_POOL * PER_POOL && live != machines) {
            throw new IllegalStateException(live + " of " + machines + " machines run");
        }
        double heap = heapBefore == 0 ? Double.NaN : (usedHeap() - heapBefore) / (double) live;
        return new Result(boots, seconds, cpuSeconds, counter.entries - entriesBefore, heap);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
