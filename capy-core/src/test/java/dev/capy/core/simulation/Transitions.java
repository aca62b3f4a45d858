package dev.capy.core.simulation;

import dev.capy.core.kernel.Change;
import dev.capy.core.snapshot.BuildState;
import dev.capy.core.snapshot.SnapshotBuild;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.RunState;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmState;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.InstanceStatus;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which state may follow which, as the design says and not as the code does. */
final class Transitions {

    private static final Map<Enum<?>, Set<? extends Enum<?>>> NEXT = Map.ofEntries(
            Map.entry(VmState.CREATING, Set.of(VmState.BOOTING, VmState.FAILED)),
            Map.entry(VmState.RESTORING, Set.of(VmState.BOOTING, VmState.FAILED)),
            Map.entry(VmState.BOOTING, Set.of(VmState.RUNNING, VmState.STOPPING, VmState.FAILED)),
            Map.entry(VmState.RUNNING, Set.of(VmState.SUSPENDED, VmState.STOPPING, VmState.FAILED)),
            Map.entry(VmState.SUSPENDED, Set.of(VmState.RESUMING)),
            Map.entry(VmState.RESUMING, Set.of(VmState.BOOTING)),
            Map.entry(InstanceStatus.PROVISIONING, Set.of(InstanceStatus.READY, InstanceStatus.FAILED)),
            Map.entry(InstanceStatus.READY, Set.of(InstanceStatus.CLAIMED, InstanceStatus.FAILED)),
            Map.entry(BuildState.QUEUED, Set.of(BuildState.PROVISIONING, BuildState.CANCELLED)),
            Map.entry(BuildState.PROVISIONING, Set.of(BuildState.CAPTURING, BuildState.FAILED, BuildState.CANCELLED)),
            Map.entry(BuildState.CAPTURING, Set.of(BuildState.CHECKING, BuildState.FAILED, BuildState.CANCELLED)),
            Map.entry(
                    BuildState.CHECKING,
                    Set.of(BuildState.PROMOTED, BuildState.SUCCEEDED, BuildState.FAILED, BuildState.CANCELLED)),
            Map.entry(TaskStatus.BACKLOG, Set.of(TaskStatus.QUEUED)),
            Map.entry(
                    TaskStatus.QUEUED,
                    Set.of(
                            TaskStatus.IN_PROGRESS,
                            TaskStatus.NEEDS_REVIEW,
                            TaskStatus.BACKLOG,
                            TaskStatus.COMPLETED,
                            TaskStatus.ERROR)),
            Map.entry(
                    TaskStatus.IN_PROGRESS,
                    Set.of(TaskStatus.NEEDS_REVIEW, TaskStatus.BACKLOG, TaskStatus.COMPLETED, TaskStatus.ERROR)),
            Map.entry(TaskStatus.NEEDS_REVIEW, Set.of(TaskStatus.QUEUED, TaskStatus.COMPLETED)),
            Map.entry(TaskStatus.ERROR, Set.of(TaskStatus.QUEUED, TaskStatus.COMPLETED)),
            Map.entry(RunState.READY, Set.of(RunState.RUNNING, RunState.QUEUED, RunState.ARCHIVED)),
            Map.entry(RunState.RUNNING, Set.of(RunState.WAITING, RunState.BLOCKED, RunState.READY, RunState.ARCHIVED)),
            Map.entry(RunState.QUEUED, Set.of(RunState.RUNNING, RunState.READY, RunState.ARCHIVED)),
            Map.entry(RunState.WAITING, Set.of(RunState.RUNNING, RunState.QUEUED, RunState.READY, RunState.ARCHIVED)),
            Map.entry(RunState.BLOCKED, Set.of(RunState.RUNNING, RunState.QUEUED, RunState.READY, RunState.ARCHIVED)),
            Map.entry(RunState.ARCHIVED, Set.of(RunState.READY)));

    private static final Set<Enum<?>> FIRST = Set.of(
            VmState.CREATING,
            VmState.RESTORING,
            InstanceStatus.PROVISIONING,
            BuildState.QUEUED,
            TaskStatus.BACKLOG,
            RunState.READY);

    private static final Set<Enum<?>> LAST = Set.of(
            VmState.CREATING, VmState.RESTORING, VmState.SUSPENDED, VmState.RESUMING, VmState.STOPPING, VmState.FAILED);

    private Transitions() {}

    static void check(Change change) {
        Enum<?> before = state(change.before());
        Enum<?> after = state(change.after());
        if (before == null && after != null) {
            require(FIRST.contains(after), change, () -> "starts as " + after);
        } else if (before instanceof VmState && after == null) {
            require(LAST.contains(before), change, () -> "is gone from " + before);
        } else if (before != null && after != null && before != after) {
            Set<? extends Enum<?>> legal = NEXT.getOrDefault(before, Set.of());
            require(legal.contains(after), change, () -> "goes from " + before + " to " + after);
        }
    }

    private static void require(boolean legal, Change change, Supplier<String> what) {
        if (!legal) {
            throw new AssertionError(change.table() + " " + what.get() + ": " + change);
        }
    }

    private static @Nullable Enum<?> state(@Nullable Record row) {
        if (row instanceof Vm vm) {
            return vm.state();
        } else if (row instanceof Instance instance) {
            return instance.status();
        } else if (row instanceof SnapshotBuild build) {
            return build.state();
        } else if (row instanceof Task task) {
            return task.status();
        } else if (row instanceof CaptainThread thread) {
            return thread.runState();
        }
        return null;
    }
}
