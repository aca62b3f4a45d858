package dev.capy.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.vm.Vm;
import dev.capy.core.warmpool.PoolStatus;
import org.junit.jupiter.api.Test;

/** A full test of a Setup: captured, restored, warmed up, and thrown away. */
class DisposableTestTest {

    private final SnapshotWorld project = SnapshotWorld.withSetup();

    @Test
    void goesTheWholeWayAndPromotesNothing() {
        SnapshotBuild test = project.test();
        assertThat(test).returns(true, SnapshotBuild::isTest).returns(BuildState.PROVISIONING, SnapshotBuild::state);
        assertThat(project.machines()).extracting(Vm::purpose).containsExactly("snapshot test of proj_app");

        project.until(BuildState.CAPTURING).until(BuildState.CHECKING).until(BuildState.SUCCEEDED);

        assertThat(project.newest().snapshotId()).isNull();
        assertThat(project.idle().machines()).isEmpty();
    }

    @Test
    void changesNothingForRuns() {
        String promoted = project.enabled().usable().orElseThrow().id();

        project.test();
        project.idle();

        assertThat(project.usable()).map(VmSnapshot::id).contains(promoted);
    }

    @Test
    void leavesNothingToBeReused() {
        project.test();
        project.idle();

        assertThat(project.enable())
                .returns(null, Enabled::reusedSnapshot)
                .extracting(Enabled::initialBuildId)
                .isNotNull();
    }

    @Test
    void worksWhileTheWarmPoolIsOn() {
        project.owner.configureWarmPool(SnapshotWorld.PROJECT, config -> config.withEnabled(true));

        project.test();

        assertThat(project.idle().newest().state()).isEqualTo(BuildState.SUCCEEDED);
        assertThat(project.owner.warmPoolStatus(SnapshotWorld.PROJECT)).isEqualTo(new PoolStatus(1, 0, 0));
    }

    @Test
    void letsTheFirstBuildWait() {
        project.test();

        Enabled enabled = project.enable();

        assertThat(enabled)
                .returns(true, Enabled::queuedBehindActiveBuild)
                .returns(project.newest().id(), Enabled::initialBuildId);
        assertThat(project.states()).containsExactly(BuildState.QUEUED, BuildState.PROVISIONING);
        assertThat(project.idle().states()).containsExactly(BuildState.PROMOTED, BuildState.SUCCEEDED);
    }

    @Test
    void waitsForTheOthersInTheOrderOfAsking() {
        project.enable();
        project.test();
        project.test();
        assertThat(project.states()).containsExactly(BuildState.QUEUED, BuildState.QUEUED, BuildState.PROVISIONING);

        while (!project.world.clock().isIdle()) {
            assertThat(project.states())
                    .filteredOn(BuildState::isUnderWay)
                    .as("one at a time")
                    .hasSizeLessThanOrEqualTo(1);
            project.after(1);
        }

        SnapshotBuild last = project.builds().get(0);
        SnapshotBuild middle = project.builds().get(1);
        assertThat(last.startedAt()).isEqualTo(middle.endedAt());
        assertThat(middle.startedAt()).isEqualTo(project.builds().get(2).endedAt());
    }

    @Test
    void isNotEndedByTheSwitch() {
        project.enabled();
        project.test();

        project.disable();

        assertThat(project.idle().newest().state()).isEqualTo(BuildState.SUCCEEDED);
    }

    @Test
    void isForTheProjectsOwnPeople() {
        assertThatThrownBy(() -> project.owner.testSnapshot("proj_none")).isInstanceOf(NotFound.class);
    }
}
