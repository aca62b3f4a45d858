package dev.capy.core.snapshot;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmShape;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A world whose project {@code proj_app} works on {@code acme/app}, to see its snapshots being made. */
final class SnapshotWorld {

    static final String PROJECT = "proj_app";

    /** A Setup that prepares for ten seconds and starts for three. */
    static final RepositorySetup APP = RepositorySetup.of("acme/app", "main")
            .withScript(Phase.INITIALIZE, "sleep 10; echo init > installed")
            .withScript(Phase.UPDATE_AFTER_CHECKOUT, "echo update >> installed")
            .withScript(Phase.STARTUP, "sleep 3; echo start >> installed");

    private static final Fixture FIXTURE = Fixture.empty()
            .repository(
                    "acme/app",
                    repository -> repository
                            .file("README.md", "# App\n")
                            .branch("feature", FileTree.EMPTY.with("README.md", FileNode.of("# Feature\n"))))
            .organization(
                    "org_acme",
                    organization -> organization
                            .user("user_owner", user -> user.token("owner"))
                            .project(
                                    PROJECT, project -> project.repo("acme/app").variable("MODE", "shared")));

    final CapyWorld world;
    final Member owner;

    private SnapshotWorld(Fixture fixture) {
        world = CapyWorld.builder().seed(13).fixture(fixture).build();
        owner = world.as("owner");
    }

    /** A world without a Setup. */
    SnapshotWorld() {
        this(FIXTURE);
    }

    /** A world without a Setup, with one host of so many CPUs. */
    static SnapshotWorld onHostOf(int cpus) {
        return new SnapshotWorld(FIXTURE.settings(settings -> settings.hosts(1, new VmShape(cpus, 1000, 10_000))));
    }

    /** A world with {@link #APP} saved. */
    static SnapshotWorld withSetup() {
        return new SnapshotWorld().save(APP);
    }

    SnapshotWorld save(RepositorySetup app) {
        owner.saveSetup(PROJECT, before -> before.withRepositories(app), false);
        return this;
    }

    Enabled enable() {
        return owner.enableSnapshots(PROJECT, true);
    }

    Enabled disable() {
        return owner.enableSnapshots(PROJECT, false);
    }

    /** Turns Snapshots on and lets the first one be made. */
    SnapshotWorld enabled() {
        enable();
        return idle();
    }

    SnapshotBuild test() {
        return owner.testSnapshot(PROJECT);
    }

    SnapshotWorld idle() {
        world.clock().runUntilIdle();
        return this;
    }

    SnapshotWorld after(double seconds) {
        world.clock().advance(Duration.ofMillis(Math.round(seconds * 1000)));
        return this;
    }

    /** Until the newest build has come to this. */
    SnapshotWorld until(BuildState state) {
        if (!world.clock().runUntil(view -> newest().state() == state, Duration.ofHours(1))) {
            throw new AssertionError("it never came to " + state + ": " + newest());
        }
        return this;
    }

    /** The builds of the project, newest first. */
    List<SnapshotBuild> builds() {
        return owner.snapshotBuilds(PROJECT);
    }

    SnapshotBuild newest() {
        return builds().get(0);
    }

    SnapshotBuild build(String id) {
        return world.read(view -> world.snapshots().build(view, id));
    }

    /** How all builds stand, newest first. */
    List<BuildState> states() {
        return builds().stream().map(SnapshotBuild::state).toList();
    }

    /** What runs start from. */
    Optional<VmSnapshot> usable() {
        return world.read(
                view -> world.snapshots().usable(view, world.projects().project(view, PROJECT)));
    }

    List<Vm> machines() {
        return world.read(view -> world.hypervisor().vms(view).oldestFirst().toList());
    }

    /** Lets the host fail that carries the machine of the newest build. */
    void crash() {
        String vmId = Objects.requireNonNull(newest().machine()).vmId();
        world.write(tx -> {
            String host = world.hypervisor().find(tx, vmId).map(Vm::hostId).orElseThrow();
            world.hypervisor().crash(tx, host);
            return host;
        });
    }
}
