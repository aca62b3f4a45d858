package dev.capy.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.vm.VmSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong ends the build, and runs go without. */
class FailingSnapshotTest {

    private final SnapshotWorld project = new SnapshotWorld();

    private SnapshotBuild failed(RepositorySetup app) {
        project.save(app).enabled();
        return project.newest();
    }

    private void nothingIsLeft() {
        assertThat(project.usable()).isEmpty();
        assertThat(project.machines()).isEmpty();
        assertThat(project.world.clock().pending()).isEmpty();
        assertThat(project.world.<Integer>read(
                        view -> project.world.provisioner().all(view).count()))
                .isZero();
    }

    @Test
    void initialize() {
        SnapshotBuild build = failed(SnapshotWorld.APP.withScript(Phase.INITIALIZE, "echo 'no disk' >&2; exit 7"));

        assertThat(build)
                .returns(BuildState.FAILED, SnapshotBuild::state)
                .returns("initialize failed: exit code 7: no disk", SnapshotBuild::failure)
                .returns(null, SnapshotBuild::snapshotId);
        nothingIsLeft();
    }

    @Test
    void startupOfTheRestoredMachine() {
        SnapshotBuild build = failed(SnapshotWorld.APP.withScript(Phase.STARTUP, "exit 2"));

        assertThat(build)
                .returns(BuildState.FAILED, SnapshotBuild::state)
                .returns("startup failed: exit code 2", SnapshotBuild::failure)
                .returns(null, SnapshotBuild::snapshotId);
        nothingIsLeft();
    }

    @Test
    void updateAfterCheckoutDoesNotMatter() {
        assertThat(failed(SnapshotWorld.APP.withScript(Phase.UPDATE_AFTER_CHECKOUT, "exit 2"))
                        .state())
                .isEqualTo(BuildState.PROMOTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROVISIONING | create_vm failed: host host-01 crashed",
                "CAPTURING    | the machine was lost: host host-01 crashed",
                "CHECKING     | restore_vm failed: host host-01 crashed"
            })
    void lostHost(BuildState state, String failure) {
        project.save(SnapshotWorld.APP).enable();
        project.until(state).crash();

        assertThat(project.newest())
                .returns(BuildState.FAILED, SnapshotBuild::state)
                .returns(failure, SnapshotBuild::failure)
                .returns(project.world.clock().now(), SnapshotBuild::endedAt);
        project.idle();
        nothingIsLeft();
    }

    @Test
    void noHostBigEnough() {
        SnapshotWorld small = SnapshotWorld.onHostOf(8);
        small.owner.saveSetup(SnapshotWorld.PROJECT, before -> before.withVmSize(VmSize.ULTRA), false);

        SnapshotBuild build = small.enabled().newest();

        assertThat(build.failure()).isEqualTo("create_vm failed: no host could ever carry a ultra VM");
        assertThat(small.machines()).isEmpty();
    }

    @Test
    void aLaterChangeTriesAgain() {
        failed(SnapshotWorld.APP.withScript(Phase.INITIALIZE, "exit 1"));

        project.save(SnapshotWorld.APP).idle();

        assertThat(project.states()).containsExactly(BuildState.PROMOTED, BuildState.FAILED);
        assertThat(project.usable()).isPresent();
    }

    @Test
    void theNextInTheQueueComesAnyway() {
        project.save(SnapshotWorld.APP.withScript(Phase.INITIALIZE, "exit 1"));
        project.test();
        project.test();

        assertThat(project.idle().states()).containsExactly(BuildState.FAILED, BuildState.FAILED);
        nothingIsLeft();
    }
}
