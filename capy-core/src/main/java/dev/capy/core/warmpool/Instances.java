package dev.capy.core.warmpool;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.provisioning.Plan;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.warmpool.Instance.Group;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The instances of all pools: their records, and the machines that go with them. */
final class Instances {

    /** How many instances that are over, claimed or failed, a project keeps on record. */
    private static final int HISTORY = 50;

    private static final Table<Instance> INSTANCES = Table.of("warm_pool_instances", Instance.class, Instance::id);
    private static final Index<Instance, String> BY_PROJECT = INSTANCES.index(Instance::projectId);
    private static final Index<Instance, Group> BY_GROUP = INSTANCES.index(Instance::group);
    private static final Index<Instance, String> BY_VM = INSTANCES.index(Instance::vmId);

    private final Hypervisor hypervisor;
    private final Provisioner provisioner;

    Instances(Registry registry, Hypervisor hypervisor, Provisioner provisioner) {
        registry.tables(INSTANCES);
        this.hypervisor = hypervisor;
        this.provisioner = provisioner;
    }

    Instance start(Tx tx, String projectId, Plan plan, boolean isTest) {
        String purpose = (isTest ? "test boot of " : "warm pool of ") + projectId;
        Provisioning provisioning = provisioner.start(tx, purpose, plan);
        Instance started = tx.insert(
                INSTANCES,
                new Instance(
                        tx.newId(),
                        projectId,
                        provisioning.vmId(),
                        provisioning.id(),
                        plan,
                        InstanceStatus.PROVISIONING,
                        isTest,
                        null,
                        null,
                        tx.now(),
                        0));
        tx.emit(InstanceChanged.to(started));
        return started;
    }

    Optional<Instance> find(View view, String id) {
        return view.find(INSTANCES, id);
    }

    Optional<Instance> byVm(View view, String vmId) {
        return view.where(BY_VM, vmId).oldest();
    }

    Rows<Instance> ofProject(View view, String projectId) {
        return view.where(BY_PROJECT, projectId);
    }

    /** Those of a pool in one status, test boots aside. */
    Rows<Instance> pooled(View view, String projectId, InstanceStatus status) {
        return view.where(BY_GROUP, new Group(projectId, status, false));
    }

    /** Those of a pool that are ready, the one that has been for longest first. */
    Stream<Instance> longestReadyFirst(View view, String projectId) {
        return pooled(view, projectId, InstanceStatus.READY)
                .oldestFirst()
                .sorted(Comparator.comparing(Instance::readyAt));
    }

    /** Those of a pool that are ready or on their way, oldest first, test boots aside. */
    List<Instance> alive(View view, String projectId) {
        return Stream.concat(
                        pooled(view, projectId, InstanceStatus.READY).oldestFirst(),
                        pooled(view, projectId, InstanceStatus.PROVISIONING).oldestFirst())
                .toList();
    }

    int aliveCount(View view, String projectId) {
        return pooled(view, projectId, InstanceStatus.READY).count()
                + pooled(view, projectId, InstanceStatus.PROVISIONING).count();
    }

    void update(Tx tx, Instance instance) {
        if (tx.get(INSTANCES, instance.id()).status() != instance.status()) {
            tx.emit(InstanceChanged.to(instance));
        }
        tx.update(INSTANCES, instance);
    }

    /** Takes note that an instance is over, and drops the oldest that are when a project has too many of them. */
    void finish(Tx tx, Instance over) {
        update(tx, over);
        String project = over.projectId();
        int excess = pooled(tx, project, InstanceStatus.FAILED).count()
                + pooled(tx, project, InstanceStatus.CLAIMED).count()
                - HISTORY;
        Stream.concat(
                        pooled(tx, project, InstanceStatus.FAILED).oldestFirst(),
                        pooled(tx, project, InstanceStatus.CLAIMED).oldestFirst())
                .filter(old -> hypervisor.find(tx, old.vmId()).isEmpty())
                .limit(Math.max(0, excess))
                .toList()
                .forEach(old -> deleteRecord(tx, old));
    }

    /** Ends the machine and forgets the record. */
    void delete(Tx tx, Instance instance) {
        hypervisor.destroy(tx, instance.vmId());
        deleteRecord(tx, instance);
    }

    private void deleteRecord(Tx tx, Instance instance) {
        tx.cancel(instance.entry());
        provisioner.forget(tx, instance.provisioningId());
        tx.delete(INSTANCES, instance.id());
    }
}
