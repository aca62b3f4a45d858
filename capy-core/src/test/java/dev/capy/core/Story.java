package dev.capy.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.fixture.Fixture;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.Message;
import dev.capy.core.thread.NewThread;
import dev.capy.core.thread.RunState;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmSettings;
import dev.capy.core.vm.VmShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A thread of {@code proj_demo} in a world of its own, as its owner sees it. */
public final class Story {

    private static final Duration LONG_ENOUGH = Duration.ofHours(2);

    private final CapyWorld world;
    private final Member owner;
    private final String threadId;

    private Story(CapyWorld world, Member owner, String threadId) {
        this.world = world;
        this.owner = owner;
        this.threadId = threadId;
    }

    /** A thread with this prompt in the default world. */
    public static Story of(String prompt) {
        return of(Fixture.demo(), prompt);
    }

    public static Story of(Fixture fixture, String prompt) {
        return in(world(fixture), NewThread.of("proj_demo", prompt));
    }

    public static Story in(CapyWorld world, NewThread wanted) {
        Member owner = world.as("capy_demo");
        return new Story(world, owner, owner.startThread(wanted).id());
    }

    /** Another thread of the same world. */
    public Story beside(String prompt) {
        return in(world, NewThread.of("proj_demo", prompt));
    }

    public static CapyWorld world(Fixture fixture) {
        return CapyWorld.builder().seed(7).fixture(fixture).build();
    }

    /** The default world on so many hosts with so many CPUs, memory and disk never being short. */
    public static Fixture onHosts(int count, int cpus) {
        return Fixture.demo()
                .settings(settings -> settings.vm(new VmSettings(
                        VmSettings.hosts(count, new VmShape(cpus, 1_000, 100_000)),
                        settings.vm().shapes(),
                        settings.vm().latencies(),
                        settings.vm().commands())));
    }

    public CapyWorld world() {
        return world;
    }

    public Member owner() {
        return owner;
    }

    public String id() {
        return threadId;
    }

    public CaptainThread thread() {
        return owner.thread(threadId);
    }

    public RunState state() {
        return thread().runState();
    }

    /** What its messages say, newest first. */
    public List<String> said() {
        return owner.messages(threadId).stream().map(Message::content).toList();
    }

    public List<Task> tasks() {
        return owner.tasks(threadId);
    }

    /** Its one task. */
    public Task task() {
        assertThat(tasks()).hasSize(1);
        return tasks().get(0);
    }

    /** The newest run of its one task. */
    public Jam run() {
        Task task = task();
        return world.read(view -> world.tasks().newestRun(view, task).orElseThrow());
    }

    public Optional<Vm> vm(String id) {
        return world.read(view -> world.hypervisor().find(view, id));
    }

    /** Its Captain's machine; empty when there is none. */
    public Optional<Vm> captainVm() {
        return Optional.ofNullable(thread().run().machine()).flatMap(machine -> vm(machine.vmId()));
    }

    /** The machine of its one task's run. */
    public Vm taskVm() {
        return vm(Objects.requireNonNull(run().vmId())).orElseThrow();
    }

    public Instant now() {
        return world.clock().now();
    }

    public Story until(RunState state) {
        return until(() -> state() == state);
    }

    public Story until(BooleanSupplier condition) {
        assertThat(world.clock().runUntil(view -> condition.getAsBoolean(), LONG_ENOUGH))
                .as("it has come to that after %s: %s", LONG_ENOUGH, thread())
                .isTrue();
        return this;
    }

    /** Until its one task has its machine ready and the agent works. */
    public Story untilAgentWorks() {
        return until(() -> !tasks().isEmpty() && !run().bases().isEmpty());
    }

    public Story untilIdle() {
        world.clock().runUntilIdle();
        return this;
    }

    public Story advance(Duration by) {
        world.clock().advance(by);
        return this;
    }
}
