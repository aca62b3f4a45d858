package dev.capy.core.snapshot;

import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.project.VmCache;

/**
 * Whether projects keep snapshots of prepared machines. Off unless someone turns them on; independent of Setup, and
 * never on together with the warm pool (source: seed 004). Thread-safe; the state is the transaction's.
 */
public final class Snapshots {

    private final Projects projects;

    public Snapshots(Projects projects) {
        this.projects = projects;
    }

    /** Whether a project keeps snapshots. */
    public boolean isEnabled(Project project) {
        return project.vmCache() == VmCache.SNAPSHOTS;
    }

    /**
     * Turns the snapshots of a project on or off; nothing happens when they are already.
     *
     * @throws Invalid when they are to be on while the warm pool is
     */
    public void enable(Tx tx, Project project, boolean enabled) {
        if (enabled && !isEnabled(project)) {
            projects.enable(tx, project.id(), VmCache.SNAPSHOTS);
        } else if (!enabled) {
            projects.disable(tx, project.id(), VmCache.SNAPSHOTS);
        }
    }
}
