package dev.capy.core.simulation;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.provisioning.SetupCommand;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.Task;
import dev.capy.core.warmpool.WarmPoolConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may be done to a simulated world, at random. */
final class Operations {

    private static final List<String> BRANCHES = List.of("feature", "main", "nowhere");
    private static final List<SetupCommand> COMMANDS = List.of(
            SetupCommand.of("npm ci"),
            SetupCommand.of("build"),
            SetupCommand.of("sleep 20; echo done > done"),
            SetupCommand.of("lint"),
            SetupCommand.of("echo broken >&2 && exit 1"),
            SetupCommand.of("serve"),
            new SetupCommand("server", "serve", true),
            new SetupCommand("later", "sleep 90; echo late > late", true),
            SetupCommand.of("if then"));

    /** A thread, and who may do something with it. */
    private record Mine(String member, String id) {}

    private final CapyWorld world;
    private final Random random;
    private final SetupOperations setups;
    private final List<Mine> threads = new ArrayList<>();
    private final List<Choice> choices;
    private final int weights;

    private record Choice(int weight, Supplier<Operation> operation) {}

    Operations(CapyWorld world, Random random) {
        this.world = world;
        this.random = random;
        this.setups = new SetupOperations(world, random);
        this.choices = List.of(
                new Choice(18, this::advance),
                new Choice(38, this::poll),
                new Choice(1, this::runUntilIdle),
                new Choice(7, this::startThread),
                new Choice(6, this::message),
                new Choice(11, this::stopThread),
                new Choice(6, this::configurePool),
                new Choice(3, this::testBoot),
                new Choice(3, this::clear),
                new Choice(2, this::saveSetup),
                new Choice(3, this::switchSnapshots),
                new Choice(1, this::testSnapshot),
                new Choice(3, this::startTask),
                new Choice(3, this::stopTask),
                new Choice(1, this::crash),
                new Choice(1, this::look));
        this.weights = choices.stream().mapToInt(Choice::weight).sum();
    }

    /** Draws the next one. */
    Operation next() {
        int drawn = random.nextInt(weights);
        for (Choice choice : choices) {
            drawn -= choice.weight();
            if (drawn < 0) {
                return choice.operation().get();
            }
        }
        throw new AssertionError("weights");
    }

    /** Stops everything that somebody started. */
    List<Operation> ending() {
        List<Operation> all = new ArrayList<>();
        threads.forEach(thread -> all.add(end(thread)));
        SimulatedWorld.PROJECTS.forEach((member, projects) -> projects.forEach(project -> {
            all.add(new Operation(
                    "disable pool of " + project,
                    () -> world.as(member).configureWarmPool(project, config -> config.withEnabled(false))));
            all.add(setups.enableSnapshots(member, project, false));
        }));
        all.add(runUntilIdle());
        all.add(advance(Duration.ofMinutes(15)));
        all.add(runUntilIdle());
        return all;
    }

    private Operation advance() {
        int kind = random.nextInt(100);
        int longest = kind < 80 ? 20_000 : kind < 98 ? 120_000 : 3_600_000;
        return advance(Duration.ofMillis(random.nextInt(longest)));
    }

    private Operation advance(Duration time) {
        return new Operation("advance " + time, () -> world.clock().advance(time));
    }

    private Operation poll() {
        return new Operation("poll", () -> world.clock().poll());
    }

    private Operation runUntilIdle() {
        return new Operation("run until idle", () -> {
            try {
                world.clock().runUntilIdle(Duration.ofHours(2));
            } catch (Conflict busy) {
                // pools whose setup hangs try again and again, and several of them leave no gap between their tries
            }
        });
    }

    private Operation startThread() {
        String member = member();
        String project = project(member);
        String prompt = "Do thing " + random.nextInt(1000) + ". Then rest.";
        return new Operation(
                "start thread in " + project,
                () -> threads.add(new Mine(
                        member, world.as(member).startThread(project, prompt).id())));
    }

    private Operation message() {
        Mine thread = recent();
        return thread == null
                ? poll()
                : new Operation(
                        "message to " + thread, () -> world.as(thread.member()).send(thread.id(), "And do that too."));
    }

    private Operation stopThread() {
        Mine thread = recent();
        return thread == null ? poll() : stop(thread);
    }

    private Operation stop(Mine thread) {
        return new Operation(
                "stop thread " + thread, () -> world.as(thread.member()).stop(thread.id()));
    }

    /** Stops a thread that runs: one at rest keeps its machine. */
    private Operation end(Mine thread) {
        return new Operation("end thread " + thread, () -> {
            world.as(thread.member()).send(thread.id(), "That is all.");
            world.as(thread.member()).stop(thread.id());
        });
    }

    private Operation configurePool() {
        String member = member();
        String project = project(member);
        boolean enabled = random.nextInt(4) > 0;
        WarmPoolConfig config = new WarmPoolConfig(
                enabled,
                1 + random.nextInt(4),
                30 + random.nextInt(151),
                random.nextInt(4) > 0 ? null : BRANCHES.get(random.nextInt(BRANCHES.size())),
                random.nextInt(3) > 0 ? null : commands());
        return new Operation("configure " + project + " as " + config, () -> {
            try {
                world.as(member).configureWarmPool(project, before -> config);
            } catch (Invalid refused) {
                // its snapshots are on
            }
        });
    }

    private Operation saveSetup() {
        String member = member();
        return setups.save(member, project(member));
    }

    private Operation switchSnapshots() {
        String member = member();
        return setups.enableSnapshots(member, project(member), random.nextInt(3) > 0);
    }

    private Operation testSnapshot() {
        String member = member();
        return setups.testSnapshot(member, project(member));
    }

    private Operation testBoot() {
        String member = member();
        String project = project(member);
        SetupCommand[] commands =
                random.nextBoolean() ? new SetupCommand[0] : commands().toArray(SetupCommand[]::new);
        return new Operation(
                "test boot of " + project + " with " + List.of(commands),
                () -> world.as(member).testBoot(project, commands));
    }

    private Operation clear() {
        String member = member();
        String project = project(member);
        boolean replenish = random.nextBoolean();
        return new Operation(
                "clear " + project + (replenish ? " and replenish" : ""),
                () -> world.as(member).clearWarmPool(project, replenish));
    }

    private Operation startTask() {
        return withTask("start", task -> {
            try {
                world.write(tx -> world.tasks().start(tx, task));
            } catch (Invalid refused) {
                // it runs already
            }
        });
    }

    private Operation stopTask() {
        return withTask("stop", task -> world.write(tx -> world.tasks().stop(tx, task)));
    }

    private Operation withTask(String what, Consumer<String> work) {
        Mine thread = recent();
        List<String> tasks = thread == null
                ? List.of()
                : world.as(thread.member()).tasks(thread.id()).stream()
                        .map(Task::id)
                        .toList();
        if (tasks.isEmpty()) {
            return poll();
        }
        String task = tasks.get(random.nextInt(tasks.size()));
        return new Operation(what + " task " + task, () -> work.accept(task));
    }

    private Operation crash() {
        String host = SimulatedWorld.HOSTS.get(random.nextInt(SimulatedWorld.HOSTS.size()));
        return new Operation(
                "crash " + host,
                () -> world.write(tx -> {
                    world.hypervisor().crash(tx, host);
                    return true;
                }));
    }

    private Operation look() {
        Mine thread = recent();
        return thread == null
                ? poll()
                : new Operation("look at " + thread, () -> {
                    Member member = world.as(thread.member());
                    member.messages(thread.id());
                    member.tasks(thread.id()).forEach(task -> {
                        for (DiffMode mode : DiffMode.values()) {
                            member.diff(task.id(), mode);
                        }
                    });
                });
    }

    private String member() {
        return random.nextInt(4) > 0 ? "one" : "other";
    }

    private String project(String member) {
        List<String> projects = SimulatedWorld.PROJECTS.getOrDefault(member, List.of());
        return projects.get(random.nextInt(projects.size()));
    }

    private List<SetupCommand> commands() {
        return random.ints(1 + random.nextInt(2), 0, COMMANDS.size())
                .mapToObj(COMMANDS::get)
                .toList();
    }

    /** One of the last dozen threads; null when there are none. */
    private @Nullable Mine recent() {
        int count = threads.size();
        return count == 0 ? null : threads.get(count - 1 - random.nextInt(Math.min(count, 12)));
    }
}
