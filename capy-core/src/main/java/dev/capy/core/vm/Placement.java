package dev.capy.core.vm;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.List;
import java.util.Optional;

/** Which host carries which machine: best fit, and a queue in the order of arrival when nothing fits. */
final class Placement {

    private static final Table<Host> HOSTS = Table.of("hosts", Host.class, Host::id);
    private static final Index<Host, Integer> BY_FREE_CPUS =
            HOSTS.index(host -> host.free().cpus());
    private static final Table<Waiting> QUEUE = Table.of("placement_queue", Waiting.class, Waiting::vmId);

    /** A machine that waits for a host. */
    record Waiting(String vmId) {}

    private final List<Host> hosts;
    private final int largest;

    Placement(Registry registry, List<Host> hosts) {
        this.hosts = hosts;
        this.largest =
                hosts.stream().mapToInt(host -> host.capacity().cpus()).max().orElse(0);
        registry.tables(HOSTS, QUEUE);
    }

    void seed(Tx tx) {
        hosts.forEach(host -> tx.insert(HOSTS, host));
    }

    Host host(View view, String id) {
        return view.get(HOSTS, id);
    }

    List<Host> hosts(View view) {
        return view.all(HOSTS).oldestFirst().toList();
    }

    /** Whether an empty host of this world could carry it. */
    boolean isPossible(VmShape shape) {
        return hosts.stream().anyMatch(host -> host.capacity().fits(shape));
    }

    /** Takes room on the host that has the least to spare, the first of several. */
    Optional<String> take(Tx tx, VmShape shape) {
        for (int cpus = shape.cpus(); cpus <= largest; cpus++) {
            for (Host host : tx.where(BY_FREE_CPUS, cpus)) {
                if (host.free().fits(shape)) {
                    tx.update(HOSTS, host.taking(shape));
                    return Optional.of(host.id());
                }
            }
        }
        return Optional.empty();
    }

    void release(Tx tx, String hostId, VmShape shape) {
        tx.update(HOSTS, hostId, host -> host.releasing(shape));
    }

    boolean isAnyoneWaiting(View view) {
        return !view.all(QUEUE).isEmpty();
    }

    void enqueue(Tx tx, String vmId) {
        tx.insert(QUEUE, new Waiting(vmId));
    }

    void dequeue(Tx tx, String vmId) {
        tx.delete(QUEUE, vmId);
    }

    /** All who wait, in the order of arrival. */
    List<String> waiting(View view) {
        return view.all(QUEUE).oldestFirst().map(Waiting::vmId).toList();
    }

    /** Who has waited longest. */
    Optional<String> first(View view) {
        return view.all(QUEUE).oldest().map(Waiting::vmId);
    }
}
