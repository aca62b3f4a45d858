package dev.capy.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.Entry;
import dev.capy.core.kernel.View;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.Provisioning.Status;
import dev.capy.core.snapshot.BuildState;
import dev.capy.core.snapshot.SnapshotBuild;
import dev.capy.core.snapshot.VmSnapshot;
import dev.capy.core.task.Jam;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.thread.RunState;
import dev.capy.core.vm.Execution;
import dev.capy.core.vm.Host;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmShape;
import dev.capy.core.vm.VmState;
import dev.capy.core.warmpool.PoolStatus;
import dev.capy.core.warmpool.WarmPoolConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What holds in every world, whatever has happened to it. */
final class Invariants {

    private static final List<String> PROJECTS =
            SimulatedWorld.PROJECTS.values().stream().flatMap(List::stream).toList();

    private static final Set<TaskStatus> RESTING =
            Set.of(TaskStatus.BACKLOG, TaskStatus.NEEDS_REVIEW, TaskStatus.ERROR);

    private final CapyWorld world;
    private final Watcher watcher;

    Invariants(CapyWorld world, Watcher watcher) {
        this.world = world;
        this.watcher = watcher;
    }

    void check() {
        world.read(view -> {
            hostsCarryWhatTheirMachinesTake(view);
            everyMachineHasOneOwner();
            poolsStayWithinTheirTargets(view);
            nobodyWaitsWithoutNeed(view);
            entriesAreAboutSomething();
            commandsRunOnRunningMachines(view);
            provisioningsBelongToSomeone();
            projectsBuildOneSnapshotAtATime();
            snapshotsAreKeptForSomeone();
            return true;
        });
        if (world.clock().isIdle()) {
            idleMeansThatNothingIsStuck();
        }
    }

    private void hostsCarryWhatTheirMachinesTake(View view) {
        for (Host host : world.hypervisor().hosts(view)) {
            VmShape sum = watcher.carried.getOrDefault(host.id(), VmShape.ZERO);
            require(host.used().equals(sum), () -> host + " carries " + sum);
            require(host.capacity().fits(host.used()), () -> host + " is overcommitted");
        }
    }

    private void everyMachineHasOneOwner() {
        for (Vm vm : watcher.vms.values()) {
            List<String> owners = watcher.owners.getOrDefault(vm.id(), List.of());
            require(owners.size() == (vm.state() == VmState.STOPPING ? 0 : 1), () -> vm + " is owned by " + owners);
            require(vm.state() != VmState.FAILED, () -> vm + " failed and was not cleared away");
        }
        require(watcher.vms.keySet().containsAll(watcher.owners.keySet()), () -> "a machine is owned and not there");
    }

    private void poolsStayWithinTheirTargets(View view) {
        for (String project : PROJECTS) {
            PoolStatus status = world.warmPools().status(view, project);
            int target = world.warmPools()
                    .find(view, project)
                    .map(pool -> pool.config())
                    .filter(WarmPoolConfig::enabled)
                    .map(WarmPoolConfig::targetSize)
                    .orElse(0);
            require(
                    status.ready() + status.provisioning() <= target,
                    () -> project + " has " + status + " of " + target);
        }
    }

    private void nobodyWaitsWithoutNeed(View view) {
        List<String> waiting = world.hypervisor().waiting(view);
        require(waiting.equals(watcher.arrivals), () -> "queue is " + waiting + ", arrivals were " + watcher.arrivals);
        if (!waiting.isEmpty()) {
            VmShape needed =
                    Watcher.shape(world.hypervisor().find(view, waiting.get(0)).orElseThrow());
            for (Host host : world.hypervisor().hosts(view)) {
                require(!host.free().fits(needed), () -> waiting.get(0) + " waits and would fit on " + host);
            }
        }
    }

    private void entriesAreAboutSomething() {
        List<Entry> pointless = watcher.pointless();
        require(pointless.isEmpty(), () -> "entries are about nothing: " + pointless);
    }

    private void commandsRunOnRunningMachines(View view) {
        for (Execution execution : world.hypervisor().executions(view)) {
            Vm vm = watcher.vms.get(execution.vmId());
            require(vm != null && vm.state() == VmState.RUNNING, () -> execution.id() + " runs on " + vm);
        }
    }

    private void provisioningsBelongToSomeone() {
        require(
                watcher.provisionings.keySet().equals(watcher.provisioned.keySet()),
                () -> "provisionings " + watcher.provisionings.keySet() + " belong to " + watcher.provisioned.keySet());
    }

    private void projectsBuildOneSnapshotAtATime() {
        for (String project : PROJECTS) {
            List<SnapshotBuild> pending = watcher.builds.values().stream()
                    .filter(build -> build.projectId().equals(project))
                    .toList();
            long underWay =
                    pending.stream().filter(build -> build.state().isUnderWay()).count();
            long forRuns = pending.stream().filter(build -> !build.isTest()).count();
            require(underWay == (pending.isEmpty() ? 0 : 1) && forRuns <= 1, () -> project + " builds " + pending);
        }
    }

    /** Each is the promoted one of its project, or tried by a build. */
    private void snapshotsAreKeptForSomeone() {
        Set<String> promoted = new HashSet<>();
        for (VmSnapshot snapshot : watcher.snapshots.values()) {
            boolean isTried = watcher.builds.values().stream()
                    .anyMatch(build -> build.state() == BuildState.CHECKING
                            && snapshot.id().equals(build.snapshotId()));
            boolean isOnlyOne = snapshot.promotedAt() != null && promoted.add(snapshot.projectId());
            require(isTried ^ isOnlyOne, () -> snapshot.id() + " is kept for nobody");
        }
    }

    /** What is under way in an idle world waits for a host, and whatever keeps it from one can wait for ever. */
    private void idleMeansThatNothingIsStuck() {
        for (Vm vm : watcher.vms.values()) {
            boolean settled = vm.state() != VmState.BOOTING && vm.state() != VmState.STOPPING;
            require(settled, () -> vm + " in an idle world");
            if (vm.state() == VmState.RUNNING) {
                String owner = watcher.owners.getOrDefault(vm.id(), List.of("")).get(0);
                require(owner.startsWith("Instance"), () -> vm + " of " + owner + " runs in an idle world");
            }
        }
        for (Provisioning provisioning : watcher.provisionings.values()) {
            require(
                    provisioning.status() != Status.PROVISIONING || watcher.arrivals.contains(provisioning.vmId()),
                    () -> provisioning + " is stuck");
        }
        for (SnapshotBuild build : watcher.builds.values()) {
            SnapshotBuild.Machine machine = build.machine();
            require(machine == null || watcher.arrivals.contains(machine.vmId()), () -> build + " is stuck");
        }
        for (Jam jam : watcher.jams.values()) {
            require(watcher.arrivals.contains(String.valueOf(jam.vmId())), () -> jam + " is stuck");
        }
    }

    /** What is left when everything was stopped and time has passed. */
    void checkTheEnd() {
        assertThat(watcher.vms).as("machines").isEmpty();
        assertThat(watcher.owners).as("owners").isEmpty();
        assertThat(watcher.arrivals).as("placement queue").isEmpty();
        assertThat(world.clock().pending()).as("timeline").isEmpty();
        assertThat(watcher.jams).as("runs").isEmpty();
        assertThat(watcher.builds).as("snapshot builds").isEmpty();
        world.read(view -> {
            assertThat(world.hypervisor().executions(view)).as("commands").isEmpty();
            assertThat(world.provisioner().all(view))
                    .as("provisionings")
                    .allMatch(provisioning -> provisioning.status() != Status.PROVISIONING);
            PROJECTS.forEach(project -> {
                assertThat(world.warmPools().instances(view, project)).noneMatch(instance -> instance.isTest());
                world.threads().newestFirst(view, project, Long.MAX_VALUE).forEach(thread -> {
                    assertThat(thread.runState()).isEqualTo(RunState.READY);
                    assertThat(world.tasks().ofThread(view, thread.id()))
                            .allMatch(task -> RESTING.contains(task.status()));
                });
            });
            return true;
        });
    }

    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }
}
