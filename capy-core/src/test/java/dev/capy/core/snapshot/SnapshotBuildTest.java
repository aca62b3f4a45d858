package dev.capy.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmSize;
import dev.capy.core.vm.VmState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How a snapshot comes to be. */
class SnapshotBuildTest {

    private final SnapshotWorld project = SnapshotWorld.withSetup();

    @Test
    void preparesAMachineCapturesItsDiskAndTriesIt() {
        String id = Objects.requireNonNull(project.enable().initialBuildId());
        assertThat(project.build(id))
                .isEqualTo(project.newest())
                .returns(BuildState.PROVISIONING, SnapshotBuild::state);

        project.until(BuildState.CAPTURING).until(BuildState.CHECKING).until(BuildState.PROMOTED);

        assertThat(project.usable())
                .map(VmSnapshot::id)
                .contains(project.newest().snapshotId());
        assertThat(project.usable()).map(VmSnapshot::lane).contains("default");
        assertThat(project.newest())
                .returns(id, SnapshotBuild::id)
                .returns(null, SnapshotBuild::failure)
                .returns(project.world.clock().now(), SnapshotBuild::endedAt);
    }

    @Test
    void capturesInSixSecondsAndTriesInTwoAndTheStartup() {
        project.enable();
        Instant capturing = project.until(BuildState.CAPTURING).world.clock().now();
        Instant checking = project.until(BuildState.CHECKING).world.clock().now();
        Instant promoted = project.until(BuildState.PROMOTED).world.clock().now();

        assertThat(Duration.between(capturing, checking)).isBetween(Duration.ofMillis(4800), Duration.ofMillis(7200));
        assertThat(Duration.between(checking, promoted)).isBetween(Duration.ofMillis(4600), Duration.ofMillis(5400));
    }

    @Test
    void isForegroundWorkFromBeginningToEnd() {
        project.enable();

        for (BuildState state : List.of(BuildState.CAPTURING, BuildState.CHECKING)) {
            assertThat(project.until(state).world.clock().isIdle()).isFalse();
        }
        assertThat(project.idle().states()).containsExactly(BuildState.PROMOTED);
    }

    @Test
    void keepsWhatInitializeMadeAndNothingThatStartupDid() {
        project.enabled();

        FileTree files = project.usable().orElseThrow().disk().files();
        assertThat(files.file("/home/app/installed"))
                .map(file -> file.content().text())
                .contains("init\n");
        assertThat(files.file("/home/app/README.md")).isPresent();
    }

    @Test
    void triesTheStartupOnTheRestoredMachine() {
        project.enable();
        project.until(BuildState.CHECKING);
        String vmId = Objects.requireNonNull(project.newest().machine()).vmId();

        project.after(2.4).after(2.9);

        assertThat(project.world
                        .read(view -> project.world.hypervisor().disk(view, vmId))
                        .file("/home/app/installed"))
                .map(file -> file.content().text())
                .contains("init\nstart\n");
    }

    @Test
    void hasTheSharedVariablesAlone() {
        project.owner.setVariable(SnapshotWorld.PROJECT, "MODE", "mine");

        project.enabled();

        assertThat(project.usable().orElseThrow().disk().files().file("/home/.env"))
                .map(file -> file.content().text())
                .contains("MODE='shared'\n");
    }

    @Test
    void isAsBigAsTheSetupSays() {
        project.owner.saveSetup(SnapshotWorld.PROJECT, before -> before.withVmSize(VmSize.LARGE), false);

        project.enable();

        assertThat(project.machines()).extracting(Vm::size).containsExactly(VmSize.LARGE);
        project.until(BuildState.CHECKING);
        assertThat(project.machines())
                .filteredOn(vm -> vm.state() == VmState.BOOTING)
                .extracting(Vm::size)
                .containsExactly(VmSize.LARGE);
    }

    @Test
    void checksOutTheBranchThatTheSetupNames() {
        project.save(RepositorySetup.of("acme/app", "feature")).enabled();

        assertThat(project.usable().orElseThrow().disk().files().file("/home/app/README.md"))
                .map(file -> file.content().text())
                .contains("# Feature\n");
    }

    @Test
    void needsNoSetup() {
        SnapshotWorld bare = new SnapshotWorld();

        bare.enabled();

        assertThat(bare.usable()).isPresent();
    }

    @Test
    void usesTwoMachinesOneAfterTheOtherAndLeavesNone() {
        project.enable();
        String first = Objects.requireNonNull(project.newest().machine()).vmId();
        project.until(BuildState.CHECKING);
        assertThat(project.machines())
                .filteredOn(vm -> vm.id().equals(first))
                .extracting(Vm::state)
                .containsExactly(VmState.STOPPING);

        project.idle();

        assertThat(project.machines()).isEmpty();
        assertThat(project.world.<Integer>read(
                        view -> project.world.provisioner().all(view).count()))
                .isZero();
        assertThat(project.world.clock().pending()).isEmpty();
    }

    @Test
    void isNotThereWhereNobodyAskedForIt() {
        assertThat(project.idle().builds()).isEmpty();
        assertThat(project.usable()).isEmpty();
        assertThatThrownBy(() -> project.build("none"))
                .isInstanceOf(NotFound.class)
                .hasMessage("Snapshot build not found");
    }

    @Test
    void stayOnRecordUpToFifty() {
        for (int i = 0; i < 60; i++) {
            project.enable();
            project.disable();
        }

        assertThat(project.idle().builds()).hasSize(50);
        assertThat(project.machines()).isEmpty();
    }
}
