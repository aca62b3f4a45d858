package dev.capy.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.account.User;
import dev.capy.core.catalog.Effort;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.source.Conclusion;
import dev.capy.core.source.MergeMethod;
import dev.capy.core.source.PullRequest;
import dev.capy.core.source.PullRequest.State;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.NewMessage;
import dev.capy.core.thread.RunState;
import dev.capy.core.usage.Cost;
import dev.capy.core.usage.RunUsage;
import dev.capy.core.usage.UsageQuery;
import dev.capy.core.usage.UsageReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A world whose agents follow random scripts while hosts crash and people interfere; the seed says how. */
final class ScriptedSimulation {

    private static final Set<RunState> RESTING = Set.of(RunState.READY, RunState.BLOCKED, RunState.ARCHIVED);
    private static final List<String> PROJECTS = List.of("proj_app", "proj_app", "proj_two", "proj_none");
    private static final int MOST_ROUNDS = 200;

    private final Random random;
    private final Watcher watcher = new Watcher();
    private final CapyWorld world;
    private final Invariants invariants;
    private final List<String> threads = new ArrayList<>();
    private final Set<String> states = new TreeSet<>();

    ScriptedSimulation(long seed) {
        this.random = new Random(seed);
        this.world = SimulatedWorld.create(seed, watcher, new RandomScripts(random).some());
        this.invariants = new Invariants(world, watcher);
    }

    void run() {
        for (String project : List.of("proj_app", "proj_two")) {
            prepare(project);
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            String project = PROJECTS.get(random.nextInt(PROJECTS.size()));
            String prompt = "Do thing " + random.nextInt(3) + ".";
            threads.add(world.as("one").startThread(project, prompt).id());
        }
        for (int i = random.nextInt(20); i >= 0; i--) {
            world.clock().advance(Duration.ofMillis(random.nextInt(60_000)));
            interfere();
            invariants.check();
        }
        comeToRest();
        checkTheEnd();
        clearAway();
    }

    private void prepare(String project) {
        if (random.nextBoolean()) {
            world.as("one")
                    .saveSetup(
                            project,
                            setup -> setup.withRepositories(
                                    RepositorySetup.of("acme/app", "main").withCommand("check", "echo checked")),
                            true);
        }
    }

    private void interfere() {
        String thread = threads.get(random.nextInt(threads.size()));
        attempt(
                switch (random.nextInt(14)) {
                    case 0 ->
                        () -> world.write(tx -> {
                            world.hypervisor().crash(tx, SimulatedWorld.HOSTS.get(random.nextInt(3)));
                            return true;
                        });
                    case 1 -> () -> world.as("one").send(thread, "And thing " + random.nextInt(3) + ".");
                    case 2 -> () -> world.write(tx -> world.threads().unblock(tx, thread));
                    case 3 -> () -> world.write(tx -> world.threads().wake(tx, thread));
                    case 4 -> () -> world.as("one").stop(thread);
                    case 5, 6 -> this::merge;
                    case 7 -> this::check;
                    case 8 -> this::review;
                    case 9 -> () -> interrupt(thread);
                    case 10 -> () -> archiveOrTakeBack(thread);
                    case 11 -> this::wantMore;
                    case 12 -> this::closeOrReopen;
                    default -> () -> {};
                });
    }

    /** People do what cannot be done, too. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (CapyException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private void interrupt(String thread) {
        NewMessage message = new NewMessage(
                "Do thing " + random.nextInt(3) + ".", null, true, List.of(), Effort.DEFAULT, Effort.DEFAULT);
        User someone = world.as("one").user();
        world.write(tx -> world.threads().send(tx, someone, someone, thread, message));
    }

    private void archiveOrTakeBack(String thread) {
        world.write(tx -> world.as("one").thread(thread).runState() == RunState.ARCHIVED
                ? world.threads().unarchive(tx, thread)
                : world.threads().archive(tx, thread));
    }

    /** Asks for more of a task, or starts it again, or stops it. */
    private void wantMore() {
        String more = "Do thing " + random.nextInt(3) + ".";
        tasks().stream().skip(random.nextInt(3)).map(Task::id).findFirst().ifPresent(id -> {
            switch (random.nextInt(4)) {
                case 0 -> world.write(tx -> world.tasks().stop(tx, id));
                case 1 -> world.write(tx -> world.tasks().start(tx, id));
                default -> world.write(tx -> world.tasks().message(tx, id, more));
            }
        });
    }

    private List<Task> tasks() {
        return world.read(view -> threads.stream()
                .flatMap(id -> world.tasks().ofThread(view, id).oldestFirst())
                .toList());
    }

    private void closeOrReopen() {
        boolean close = random.nextBoolean();
        pulls(close ? State.OPEN : State.CLOSED).stream()
                .findFirst()
                .ifPresent(pull -> world.write(tx -> close
                        ? world.pullRequests().close(tx, pull.repoFullName(), pull.number())
                        : world.pullRequests().reopen(tx, pull.repoFullName(), pull.number())));
    }

    private void merge() {
        pulls().stream().findFirst().ifPresent(pull -> {
            MergeMethod method = MergeMethod.values()[random.nextInt(MergeMethod.values().length)];
            world.write(tx -> world.pullRequests().merge(tx, pull.repoFullName(), pull.number(), method, null, null));
        });
    }

    private void review() {
        pulls().forEach(pull -> world.surroundings().review("one", pull.repoFullName(), pull.number()));
    }

    private void check() {
        for (PullRequest pull : pulls()) {
            Conclusion conclusion = Conclusion.values()[random.nextInt(Conclusion.values().length)];
            world.write(tx -> world.checks().report(tx, pull.repoFullName(), pull.headRef(), "test", conclusion));
        }
    }

    private List<PullRequest> pulls() {
        return pulls(State.OPEN);
    }

    private List<PullRequest> pulls(State state) {
        return world.read(view -> List.of("acme/app", "acme/lib").stream()
                .flatMap(repo -> world.pullRequests().ofRepository(view, repo).oldestFirst())
                .filter(pull -> pull.state() == state)
                .toList());
    }

    /** Gives those who wait what they wait for, until nobody does. */
    private void comeToRest() {
        for (int i = 0; i < MOST_ROUNDS; i++) {
            world.clock().runUntilIdle();
            invariants.check();
            nobodyWaitsInVain();
            check();
            attempt(random.nextInt(3) > 0 ? () -> {} : this::review);
            attempt(random.nextInt(3) > 0 ? () -> {} : this::merge);
            List<String> waiting = threads.stream()
                    .filter(id -> world.as("one").thread(id).runState() == RunState.WAITING)
                    .toList();
            waiting.forEach(id ->
                    attempt(() -> world.write(tx -> world.threads().wake(tx, id))));
            if (waiting.isEmpty() && world.clock().isIdle()) {
                return;
            }
        }
        throw new AssertionError("it never comes to rest");
    }

    /** In an idle world Captains wait for nothing but what somebody outside has to say. */
    private void nobodyWaitsInVain() {
        for (String id : threads) {
            CaptainThread thread = world.as("one").thread(id);
            assertThat(thread.run().waitingOn()).as("%s", thread).isSubsetOf("ci", "worker");
        }
    }

    private void checkTheEnd() {
        world.read(view -> {
            for (String id : threads) {
                CaptainThread thread = world.threads().thread(view, id);
                assertThat(thread.runState()).as("%s", thread).isIn(RESTING);
                states.add("thread " + thread.runState().word());
                assertThat(world.tasks().ofThread(view, id).oldestFirst().map(Task::status))
                        .noneMatch(status -> status.isUnderWay());
            }
            usageAgrees(view);
            return true;
        });
        assertThat(watcher.jams).isEmpty();
    }

    /** The words for all that its threads, tasks, pull requests and reviews have come to. */
    Set<String> outcomes() {
        return world.read(view -> {
            Set<String> words = new TreeSet<>();
            for (String id : threads) {
                world.tasks().ofThread(view, id).oldestFirst().forEach(task -> {
                    words.add("task " + task.status().word());
                    world.tasks().pullRequest(view, task).ifPresent(pull -> {
                        words.add("pull request " + pull.state().word());
                        world.reviews()
                                .of(view, pull)
                                .oldestFirst()
                                .forEach(review ->
                                        words.add("review " + review.status().word()));
                    });
                });
            }
            words.addAll(states);
            return words;
        });
    }

    private void usageAgrees(View view) {
        UsageReport report = world.usage()
                .report(
                        view,
                        new UsageQuery(
                                "org_one",
                                world.clock().now().minus(Duration.ofDays(3650)),
                                world.clock().now().plusSeconds(1),
                                true,
                                Optional.empty(),
                                Set.of(),
                                Optional.empty(),
                                UsageQuery.Order.COST,
                                true));
        Cost runs = report.runs().stream()
                .map(RunUsage::jamId)
                .map(id -> world.usage().of(view, id))
                .reduce(Cost.ZERO, Cost::plus);
        BigDecimal total = report.total().totalDollars();
        assertThat(runs.totalDollars()).isEqualByComparingTo(total);
        assertThat(world.usage().spent(view, "org_one")).isEqualByComparingTo(total);
    }

    private void clearAway() {
        threads.forEach(id -> world.write(tx -> world.threads().archive(tx, id)));
        world.clock().runUntilIdle();
        assertThat(watcher.vms).as("machines").isEmpty();
        assertThat(world.clock().pending()).as("timeline").isEmpty();
    }
}
