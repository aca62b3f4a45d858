package dev.capy.core.snapshot;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.provisioning.Disk;
import dev.capy.core.setup.Setup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The snapshots of all projects: at most one promoted one each, and what builds have captured and not yet tried. */
final class VmSnapshots {

    private static final Table<VmSnapshot> SNAPSHOTS = Table.of("vm_snapshots", VmSnapshot.class, VmSnapshot::id);
    private static final Index<VmSnapshot, String> PROMOTED =
            SNAPSHOTS.index(snapshot -> snapshot.isPromoted() ? snapshot.projectId() : null);

    VmSnapshots(Registry registry) {
        registry.tables(SNAPSHOTS);
    }

    VmSnapshot add(Tx tx, String projectId, Disk disk, @Nullable Setup setup) {
        return tx.insert(
                SNAPSHOTS, new VmSnapshot(tx.newId(), projectId, VmSnapshot.DEFAULT_LANE, disk, setup, tx.now(), null));
    }

    /** Puts a snapshot in the place of the project's promoted one. */
    void promote(Tx tx, String id) {
        VmSnapshot next = tx.get(SNAPSHOTS, id);
        promoted(tx, next.projectId()).ifPresent(before -> drop(tx, before.id()));
        tx.update(SNAPSHOTS, next.promoted(tx.now()));
    }

    /** The project's promoted snapshot, whatever it was made from. */
    Optional<VmSnapshot> promoted(View view, String projectId) {
        return view.where(PROMOTED, projectId).oldest();
    }

    void drop(Tx tx, String id) {
        tx.delete(SNAPSHOTS, id);
    }
}
