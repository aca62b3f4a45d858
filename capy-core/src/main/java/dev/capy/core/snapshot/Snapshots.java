package dev.capy.core.snapshot;

import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.project.VmCache;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.setup.SetupChanged;
import dev.capy.core.setup.Setups;
import dev.capy.core.vm.Hypervisor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The snapshots that projects keep of prepared machines, for runs to start from. Off unless someone turns them on;
 * independent of Setup, and never on together with the warm pool (source: seed 004). A snapshot counts while the Setup is
 * the one that it was made from. Thread-safe; the state is the transaction's.
 */
public final class Snapshots {

    private final Projects projects;
    private final Setups setups;
    private final VmSnapshots snapshots;
    private final SnapshotBuilds builds;

    public Snapshots(
            Registry registry,
            Projects projects,
            Setups setups,
            Hypervisor hypervisor,
            Provisioner provisioner,
            SnapshotLatencies latencies) {
        this.projects = projects;
        this.setups = setups;
        this.snapshots = new VmSnapshots(registry);
        this.builds = new SnapshotBuilds(registry, projects, setups, hypervisor, provisioner, snapshots, latencies);
        registry.subscribe(
                SetupChanged.class, (tx, changed) -> maintain(tx, projects.project(tx, changed.projectId())));
    }

    /** Whether a project keeps snapshots. */
    public boolean isEnabled(Project project) {
        return project.vmCache() == VmCache.SNAPSHOTS;
    }

    /**
     * Turns the snapshots of a project on or off; nothing happens when they are already. Turned on, an earlier snapshot
     * counts again if it still can, and otherwise one is built; turned off, a build ends and a snapshot is kept.
     *
     * @throws Invalid when they are to be on while the warm pool is
     */
    public Enabled enable(Tx tx, Project project, boolean enabled) {
        if (enabled == isEnabled(project)) {
            return Enabled.only(enabled);
        } else if (enabled) {
            projects.enable(tx, project.id(), VmCache.SNAPSHOTS);
        } else {
            projects.disable(tx, project.id(), VmCache.SNAPSHOTS);
        }
        Project after = projects.project(tx, project.id());
        Optional<SnapshotBuild> first = maintain(tx, after);
        return first.map(Enabled::building)
                .or(() -> usable(tx, after).map(Enabled::reusing))
                .orElse(Enabled.only(enabled));
    }

    /**
     * Makes a snapshot to see whether that works, and throws it away: whether Snapshots or the warm pool are on or off does
     * not matter.
     */
    public SnapshotBuild test(Tx tx, Project project) {
        return builds.queue(tx, project.id(), true);
    }

    /** What the runs of a project start from; empty when they need a fresh machine. */
    public Optional<VmSnapshot> usable(View view, Project project) {
        return isEnabled(project) ? valid(view, project) : Optional.empty();
    }

    /** The builds of a project, tests included, newest first; those that were over long ago are not on record any more. */
    public Stream<SnapshotBuild> builds(View view, String projectId) {
        return builds.ofProject(view, projectId).newestFirst();
    }

    /**
     * One build, whosever it is.
     *
     * @throws NotFound when there is no such build, or not any more
     */
    public SnapshotBuild build(View view, String id) {
        return builds.find(view, id).orElseThrow(() -> new NotFound("Snapshot build not found"));
    }

    /** The promoted snapshot, unless it is stale. */
    private Optional<VmSnapshot> valid(View view, Project project) {
        return snapshots
                .promoted(view, project.id())
                .filter(snapshot -> Objects.equals(
                        snapshot.setup(), setups.saved(view, project.id()).orElse(null)));
    }

    /** Ends the builds whose snapshot nobody wants; starts one, which is returned, when a snapshot is wanted and none comes. */
    private Optional<SnapshotBuild> maintain(Tx tx, Project project) {
        boolean wanted = isEnabled(project) && valid(tx, project).isEmpty();
        List<SnapshotBuild> coming =
                builds(tx, project.id()).filter(SnapshotBuild::isForRuns).toList();
        coming.stream()
                .filter(build -> !wanted || !builds.isUpToDate(tx, build))
                .forEach(build -> builds.cancel(tx, build));
        boolean comes =
                coming.stream().anyMatch(build -> !build(tx, build.id()).state().isOver());
        return wanted && !comes ? Optional.of(builds.queue(tx, project.id(), false)) : Optional.empty();
    }
}
