package dev.capy.core.simulation;

import dev.capy.core.kernel.Change;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Entry;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Store;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.review.Review;
import dev.capy.core.snapshot.SnapshotBuild;
import dev.capy.core.snapshot.VmSnapshot;
import dev.capy.core.task.Jam;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.Run;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmSettings;
import dev.capy.core.vm.VmShape;
import dev.capy.core.vm.VmState;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.InstanceStatus;
import dev.capy.core.warmpool.WarmPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees every single commit of a world, keeps its own books of what is there and who owns it, and complains of what must
 * not happen from one moment to the next.
 */
final class Watcher implements Store {

    private static final Pattern SUBJECT = Pattern.compile(
            "(?:vm|provisioning|instance|test boot|pool of|snapshot build|jam|review|thread) ([0-9a-z_-]+)(?:: \\w+)?$");

    final Map<String, Vm> vms = new HashMap<>();
    final Map<String, VmShape> carried = new HashMap<>();
    final Map<String, List<String>> owners = new HashMap<>();
    final Map<String, Provisioning> provisionings = new HashMap<>();
    final Map<String, Integer> provisioned = new HashMap<>();
    final Map<String, Jam> jams = new HashMap<>();
    final Map<String, SnapshotBuild> builds = new HashMap<>();
    final Map<String, VmSnapshot> snapshots = new HashMap<>();
    private final Map<Long, Entry> pending = new HashMap<>();
    private final Map<Long, String> about = new HashMap<>();

    /** The machines that wait for a host, in the order of their arrival. */
    final List<String> arrivals = new ArrayList<>();

    /** The ids of all there is that a timeline entry may be about. */
    final Set<String> subjects = new HashSet<>();

    @Override
    public CompletableFuture<Void> commit(Commit commit) {
        for (Change change : commit.changes()) {
            Transitions.check(change);
            if (change.before() instanceof Vm || change.after() instanceof Vm) {
                vmChanged((Vm) change.before(), (Vm) change.after());
            }
            forget(change.before());
            remember(change.after());
        }
        for (Entry entry : commit.scheduled()) {
            pending.put(entry.sequence(), entry);
        }
        for (Long ended : commit.ended()) {
            pending.remove(ended);
            about.remove(ended);
        }
        return KEPT;
    }

    /** The timeline entries that are about nothing that is there. */
    List<Entry> pointless() {
        return pending.values().stream()
                .filter(entry ->
                        !subjects.contains(about.computeIfAbsent(entry.sequence(), sequence -> subject(entry.name()))))
                .toList();
    }

    @Override
    public Optional<Image> load() {
        return Optional.empty();
    }

    private void vmChanged(@Nullable Vm before, @Nullable Vm after) {
        if (before != null && before.hostId() != null) {
            carried.merge(before.hostId(), shape(before), VmShape::minus);
        }
        if (after != null && after.hostId() != null) {
            carried.merge(after.hostId(), shape(after), VmShape::plus);
        }
        boolean waited = before != null && isWaiting(before);
        boolean waits = after != null && isWaiting(after);
        if (after != null && waits && !waited) {
            arrivals.add(after.id());
        } else if (before != null && waited && !waits) {
            if (after != null
                    && after.state() == VmState.BOOTING
                    && !arrivals.get(0).equals(before.id())) {
                throw new AssertionError(after.id() + " overtakes " + arrivals);
            }
            arrivals.remove(before.id());
        }
    }

    private static boolean isWaiting(Vm vm) {
        return vm.state() == VmState.CREATING || vm.state() == VmState.RESTORING || vm.state() == VmState.RESUMING;
    }

    static VmShape shape(Vm vm) {
        return VmSettings.DEFAULT.shapes().getOrDefault(vm.size(), VmShape.ZERO);
    }

    private void remember(@Nullable Record row) {
        if (row instanceof Vm vm) {
            vms.put(vm.id(), vm);
        } else if (row instanceof Provisioning provisioning) {
            provisionings.put(provisioning.id(), provisioning);
        } else if (row instanceof Jam jam && jam.isUnderWay()) {
            jams.put(jam.id(), jam);
        } else if (row instanceof SnapshotBuild build && !build.state().isOver()) {
            builds.put(build.id(), build);
        } else if (row instanceof VmSnapshot snapshot) {
            snapshots.put(snapshot.id(), snapshot);
        }
        String id = subject(row);
        if (id != null) {
            subjects.add(id);
        }
        String vmId = owned(row);
        if (vmId != null) {
            owners.computeIfAbsent(vmId, machine -> new ArrayList<>(1)).add(owner(row));
        }
        String provisioningId = prepared(row);
        if (provisioningId != null) {
            provisioned.merge(provisioningId, 1, Integer::sum);
        }
    }

    private void forget(@Nullable Record row) {
        if (row instanceof Vm vm) {
            vms.remove(vm.id());
        } else if (row instanceof Provisioning provisioning) {
            provisionings.remove(provisioning.id());
        } else if (row instanceof Jam jam) {
            jams.remove(jam.id());
        } else if (row instanceof SnapshotBuild build) {
            builds.remove(build.id());
        } else if (row instanceof VmSnapshot snapshot) {
            snapshots.remove(snapshot.id());
        }
        String id = subject(row);
        if (id != null) {
            subjects.remove(id);
        }
        String vmId = owned(row);
        if (vmId != null) {
            owners.computeIfPresent(vmId, (machine, all) -> all.remove(owner(row)) && all.isEmpty() ? null : all);
        }
        String provisioningId = prepared(row);
        if (provisioningId != null) {
            provisioned.computeIfPresent(provisioningId, (made, count) -> count == 1 ? null : count - 1);
        }
    }

    /** The machine that a record owns. */
    private static @Nullable String owned(@Nullable Record row) {
        if (row instanceof Instance instance) {
            boolean owns =
                    instance.status() == InstanceStatus.READY || instance.status() == InstanceStatus.PROVISIONING;
            return owns ? instance.vmId() : null;
        } else if (row instanceof Jam jam) {
            return jam.vmId();
        } else if (row instanceof Review review) {
            return review.work().vmId();
        } else if (row instanceof SnapshotBuild build) {
            return build.machine() == null ? null : build.machine().vmId();
        } else if (row instanceof CaptainThread thread) {
            Run.Machine machine = thread.run().machine();
            return machine == null ? null : machine.vmId();
        }
        return null;
    }

    /** The provisioning that a record keeps. */
    private static @Nullable String prepared(@Nullable Record row) {
        if (row instanceof Instance instance) {
            return instance.provisioningId();
        } else if (row instanceof Jam jam) {
            return jam.place().provisioningId();
        } else if (row instanceof Review review) {
            return review.work().provisioningId();
        } else if (row instanceof SnapshotBuild build) {
            return build.machine() == null ? null : build.machine().provisioningId();
        } else if (row instanceof CaptainThread thread) {
            Run.Machine machine = thread.run().machine();
            return machine == null ? null : machine.provisioningId();
        }
        return null;
    }

    private static String owner(@Nullable Record row) {
        return row == null ? "nobody" : row.getClass().getSimpleName() + " " + subject(row);
    }

    private static @Nullable String subject(@Nullable Record row) {
        if (row instanceof Vm vm) {
            return vm.id();
        } else if (row instanceof Provisioning provisioning) {
            return provisioning.id();
        } else if (row instanceof Instance instance) {
            return instance.id();
        } else if (row instanceof Jam jam) {
            return jam.id();
        } else if (row instanceof Review review) {
            return review.id();
        } else if (row instanceof SnapshotBuild build) {
            return build.id();
        } else if (row instanceof CaptainThread thread) {
            return thread.id();
        } else if (row instanceof WarmPool pool) {
            return pool.projectId();
        }
        return null;
    }

    /** What a timeline entry is about. */
    private static String subject(String entryName) {
        Matcher named = SUBJECT.matcher(entryName);
        if (!named.find()) {
            throw new AssertionError("what is '" + entryName + "' about?");
        }
        return named.group(1);
    }
}
