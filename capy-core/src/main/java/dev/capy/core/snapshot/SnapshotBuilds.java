package dev.capy.core.snapshot;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Disk;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.ProvisioningEnded;
import dev.capy.core.setup.Setup;
import dev.capy.core.setup.Setups;
import dev.capy.core.snapshot.SnapshotBuild.Machine;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.VmLost;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How snapshots are made: a fresh machine is prepared, its disk captured, and another machine restored from that to see
 * whether it works. A project has one such build under way, and others wait for it in the order of asking.
 */
final class SnapshotBuilds {

    /** How many builds that are over a project keeps on record. */
    private static final int HISTORY = 50;

    private static final Table<SnapshotBuild> BUILDS =
            Table.of("snapshot_builds", SnapshotBuild.class, SnapshotBuild::id);
    private static final Index<SnapshotBuild, String> BY_PROJECT = BUILDS.index(SnapshotBuild::projectId);
    private static final Index<SnapshotBuild, String> BY_VM =
            BUILDS.index(build -> build.machine() == null ? null : build.vmId());

    /** The disk has been read. */
    record Captured(String buildId) implements Timer {
        @Override
        public String describe() {
            return "capture of snapshot build " + buildId;
        }
    }

    private final Projects projects;
    private final Setups setups;
    private final Hypervisor hypervisor;
    private final Provisioner provisioner;
    private final VmSnapshots snapshots;
    private final SnapshotLatencies latencies;

    SnapshotBuilds(
            Registry registry,
            Projects projects,
            Setups setups,
            Hypervisor hypervisor,
            Provisioner provisioner,
            VmSnapshots snapshots,
            SnapshotLatencies latencies) {
        this.projects = projects;
        this.setups = setups;
        this.hypervisor = hypervisor;
        this.provisioner = provisioner;
        this.snapshots = snapshots;
        this.latencies = latencies;
        registry.tables(BUILDS)
                .on(Captured.class, this::captured)
                .subscribe(ProvisioningEnded.class, this::provisioningEnded)
                .subscribe(VmLost.class, this::vmLost);
    }

    Optional<SnapshotBuild> find(View view, String id) {
        return view.find(BUILDS, id);
    }

    Rows<SnapshotBuild> ofProject(View view, String projectId) {
        return view.where(BY_PROJECT, projectId);
    }

    /** Asks for a build; it starts at once when no other is under way. */
    SnapshotBuild queue(Tx tx, String projectId, boolean isTest) {
        SnapshotBuild queued = tx.insert(BUILDS, SnapshotBuild.queued(tx.newId(), projectId, isTest, tx.now()));
        startNext(tx, projectId);
        return tx.get(BUILDS, queued.id());
    }

    /** Whether a build makes, or will make, a snapshot of the Setup in force: one that waits takes it when it starts. */
    boolean isUpToDate(View view, SnapshotBuild build) {
        return build.state() == BuildState.QUEUED || Objects.equals(build.setup(), setup(view, build.projectId()));
    }

    void cancel(Tx tx, SnapshotBuild build) {
        end(tx, build, BuildState.CANCELLED, null);
    }

    private @Nullable Setup setup(View view, String projectId) {
        return setups.saved(view, projectId).orElse(null);
    }

    private void startNext(Tx tx, String projectId) {
        Rows<SnapshotBuild> all = ofProject(tx, projectId);
        if (all.oldestFirst().noneMatch(build -> build.state().isUnderWay())) {
            all.oldestFirst()
                    .filter(build -> build.state() == BuildState.QUEUED)
                    .findFirst()
                    .ifPresent(next -> start(tx, next));
        }
    }

    private void start(Tx tx, SnapshotBuild build) {
        Project project = projects.project(tx, build.projectId());
        Setup setup = setup(tx, project.id());
        Provisioning started = provisioner.start(tx, purpose(build), Plans.captured(project, setup));
        tx.update(BUILDS, build.started(setup, machine(started), tx.now()));
    }

    private static Machine machine(Provisioning started) {
        return new Machine(started.vmId(), started.id());
    }

    private static String purpose(SnapshotBuild build) {
        return (build.isTest() ? "snapshot test of " : "snapshot build of ") + build.projectId();
    }

    private void provisioningEnded(Tx tx, ProvisioningEnded ended) {
        tx.where(BY_VM, ended.vmId())
                .oldest()
                .filter(build -> ended.provisioningId().equals(machine(build).provisioningId()))
                .ifPresent(build -> {
                    if (!ended.ready()) {
                        fail(tx, build, reason(tx, ended.provisioningId()));
                    } else if (build.state() == BuildState.PROVISIONING) {
                        capture(tx, build);
                    } else {
                        succeed(tx, build);
                    }
                });
    }

    private String reason(View view, String provisioningId) {
        return provisioner
                .find(view, provisioningId)
                .flatMap(Provisioning::failureReason)
                .orElse("the machine could not be prepared");
    }

    private void capture(Tx tx, SnapshotBuild build) {
        forgetProvisioning(tx, build);
        long entry = tx.schedule(tx.jitter(latencies.capture()), new Captured(build.id()));
        tx.update(BUILDS, build.capturing(entry));
    }

    private void captured(Tx tx, Captured capture) {
        SnapshotBuild build = tx.get(BUILDS, capture.buildId());
        Disk disk = provisioner.disk(tx, build.vmId());
        hypervisor.destroy(tx, build.vmId());
        VmSnapshot snapshot = snapshots.add(tx, build.projectId(), disk, build.setup());
        Project project = projects.project(tx, build.projectId());
        Provisioning check = provisioner.restore(tx, purpose(build), disk, Plans.warmedUp(project, build.setup()));
        tx.update(BUILDS, build.checking(snapshot.id(), machine(check)));
    }

    private void succeed(Tx tx, SnapshotBuild build) {
        if (build.isTest()) {
            end(tx, build, BuildState.SUCCEEDED, null);
        } else {
            snapshots.promote(tx, Objects.requireNonNull(build.snapshotId()));
            end(tx, build, BuildState.PROMOTED, null);
        }
    }

    private void fail(Tx tx, SnapshotBuild build, String why) {
        end(tx, build, BuildState.FAILED, why);
    }

    /** A machine that is lost while it is prepared fails its provisioning; another one nobody else hears of. */
    private void vmLost(Tx tx, VmLost lost) {
        tx.where(BY_VM, lost.vmId())
                .oldest()
                .filter(build -> build.state() == BuildState.CAPTURING)
                .ifPresent(build -> fail(tx, build, "the machine was lost: " + lost.reason()));
    }

    private void end(Tx tx, SnapshotBuild build, BuildState how, @Nullable String why) {
        tx.cancel(build.entry());
        if (build.machine() != null) {
            forgetProvisioning(tx, build);
            hypervisor.destroy(tx, build.vmId());
        }
        SnapshotBuild ended = tx.update(BUILDS, build.ended(how, why, tx.now()));
        if (build.snapshotId() != null && ended.snapshotId() == null) {
            snapshots.drop(tx, build.snapshotId());
        }
        dropOldest(tx, build.projectId());
        startNext(tx, build.projectId());
    }

    private void forgetProvisioning(Tx tx, SnapshotBuild build) {
        String provisioningId = machine(build).provisioningId();
        if (provisioningId != null) {
            provisioner.forget(tx, provisioningId);
        }
    }

    private static Machine machine(SnapshotBuild build) {
        return Objects.requireNonNull(build.machine());
    }

    private void dropOldest(Tx tx, String projectId) {
        Rows<SnapshotBuild> all = ofProject(tx, projectId);
        all.oldestFirst()
                .filter(build -> build.state().isOver())
                .limit(Math.max(0, all.count() - HISTORY))
                .toList()
                .forEach(build -> tx.delete(BUILDS, build.id()));
    }
}
