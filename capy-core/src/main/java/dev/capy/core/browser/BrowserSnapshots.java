package dev.capy.core.browser;

import dev.capy.core.account.User;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.vm.Hypervisor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The browser snapshots of a world. Thread-safe; the state is the transaction's. */
public final class BrowserSnapshots {

    private static final Table<BrowserSnapshot> SNAPSHOTS =
            Table.of("browser_snapshots", BrowserSnapshot.class, BrowserSnapshot::id);
    private static final Index<BrowserSnapshot, String> BY_PROJECT = SNAPSHOTS.index(BrowserSnapshot::projectId);

    private final Hypervisor hypervisor;

    public BrowserSnapshots(Registry registry, Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        registry.tables(SNAPSHOTS);
    }

    /** Makes a snapshot in a project. */
    public BrowserSnapshot create(Tx tx, User creator, String projectId, NewBrowserSnapshot wanted) {
        return tx.insert(
                SNAPSHOTS,
                new BrowserSnapshot(
                        tx.newId(),
                        projectId,
                        creator.id(),
                        wanted.name(),
                        wanted.storageState(),
                        wanted.isPrivate(),
                        wanted.isDefault(),
                        tx.now(),
                        tx.now()));
    }

    /** The snapshots of a project that {@code caller} sees, newest first: a private one shows to its creator alone. */
    public Stream<BrowserSnapshot> visible(View view, User caller, String projectId) {
        return view.where(BY_PROJECT, projectId).newestFirst().filter(snapshot -> snapshot.isVisibleTo(caller.id()));
    }

    /**
     * A snapshot of a project.
     *
     * @throws NotFound when {@code caller} sees no such snapshot
     */
    public BrowserSnapshot visible(View view, User caller, String projectId, String id) {
        return find(view, caller.id(), projectId, id).orElseThrow(() -> new NotFound("Browser snapshot not found"));
    }

    private static Optional<BrowserSnapshot> find(View view, String userId, String projectId, String id) {
        return view.find(SNAPSHOTS, id)
                .filter(snapshot -> snapshot.projectId().equals(projectId))
                .filter(snapshot -> snapshot.isVisibleTo(userId));
    }

    /**
     * Changes what is said of a snapshot.
     *
     * @throws NotFound when {@code caller} sees no such snapshot
     * @throws Forbidden when it becomes private or public, and {@code caller} did not make it
     */
    public BrowserSnapshot update(
            Tx tx, User caller, String projectId, String id, UnaryOperator<BrowserSnapshot> change) {
        BrowserSnapshot before = visible(tx, caller, projectId, id);
        BrowserSnapshot after = change.apply(before);
        if (after.isPrivate() != before.isPrivate() && !before.creatorId().equals(caller.id())) {
            throw new Forbidden("Only the creator of a browser snapshot can change isPrivate");
        }
        return after.equals(before) ? before : tx.update(SNAPSHOTS, after.updatedAt(tx.now()));
    }

    /**
     * Deletes a snapshot.
     *
     * @throws NotFound when {@code caller} sees no such snapshot
     */
    public void delete(Tx tx, User caller, String projectId, String id) {
        tx.delete(SNAPSHOTS, visible(tx, caller, projectId, id).id());
    }

    /** Whether a user sees a snapshot of a project. */
    public boolean isVisible(View view, User user, String projectId, String id) {
        return find(view, user.id(), projectId, id).isPresent();
    }

    /** The ids of what a user's sessions use when nobody says otherwise, oldest first. */
    public List<String> defaults(View view, User user, String projectId) {
        List<String> ids = new ArrayList<>();
        for (BrowserSnapshot snapshot : view.where(BY_PROJECT, projectId)) {
            if (snapshot.isDefault() && snapshot.isVisibleTo(user.id())) {
                ids.add(snapshot.id());
            }
        }
        return List.copyOf(ids);
    }

    /** Writes snapshots onto the disk of a machine that works for a user; those that are gone by now are left out. */
    public void install(Tx tx, String vmId, String userId, String projectId, List<String> ids) {
        for (String id : ids) {
            find(tx, userId, projectId, id)
                    .ifPresent(snapshot -> hypervisor.write(
                            tx, vmId, StorageStateFile.path(id), StorageStateFile.of(snapshot.storageState())));
        }
    }
}
