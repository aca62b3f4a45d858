package dev.capy.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.snapshot.Enabled.ReusedSnapshot;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What turning Snapshots on and off sets off. */
class SnapshotSwitchTest {

    private final SnapshotWorld project = SnapshotWorld.withSetup();

    @Test
    void startsTheFirstBuild() {
        Enabled enabled = project.enable();

        assertThat(enabled).isEqualTo(new Enabled(true, project.newest().id(), null, null));
    }

    @Test
    void setsNothingOffWhereTheyAreOnAlready() {
        project.enable();

        assertThat(project.enable()).isEqualTo(new Enabled(true, null, null, null));
        assertThat(project.builds()).hasSize(1);
    }

    @Test
    void reusesASnapshotThatStillCounts() {
        String snapshot = project.enabled().usable().orElseThrow().id();
        assertThat(project.disable()).isEqualTo(new Enabled(false, null, null, null));
        assertThat(project.usable()).as("off is off").isEmpty();

        Enabled again = project.enable();

        assertThat(again).isEqualTo(new Enabled(true, null, new ReusedSnapshot(snapshot, "default"), null));
        assertThat(project.usable()).map(VmSnapshot::id).contains(snapshot);
        assertThat(project.idle().builds()).hasSize(1);
    }

    @Test
    void buildsAnewWhereTheSetupHasChangedSince() {
        project.enabled().disable();
        project.save(SnapshotWorld.APP.withCommand("Test", "npm test"));

        Enabled again = project.enable();

        assertThat(again.initialBuildId()).isEqualTo(project.newest().id());
        assertThat(again.reusedSnapshot()).isNull();
        assertThat(project.idle().usable())
                .map(VmSnapshot::id)
                .contains(String.valueOf(project.newest().snapshotId()));
    }

    @Test
    void cancelsTheBuildThatIsUnderWay() {
        for (BuildState state : new BuildState[] {BuildState.PROVISIONING, BuildState.CAPTURING, BuildState.CHECKING}) {
            project.enable();
            project.until(state);

            project.disable();

            assertThat(project.newest())
                    .returns(BuildState.CANCELLED, SnapshotBuild::state)
                    .returns(project.world.clock().now(), SnapshotBuild::endedAt)
                    .returns(null, SnapshotBuild::snapshotId);
            project.idle();
            assertThat(project.machines()).isEmpty();
            assertThat(project.world.clock().pending()).isEmpty();
        }
    }

    @Test
    void cancelsTheBuildThatWaits() {
        String test = project.test().id();
        String first = Objects.requireNonNull(project.enable().initialBuildId());

        project.disable();

        assertThat(project.build(first))
                .returns(BuildState.CANCELLED, SnapshotBuild::state)
                .returns(null, SnapshotBuild::startedAt);
        assertThat(project.idle().build(test).state()).isEqualTo(BuildState.SUCCEEDED);
    }

    @Test
    void startsAgainAfterACancelledBuild() {
        project.enable();
        project.until(BuildState.CAPTURING).disable();

        assertThat(project.enable().initialBuildId()).isEqualTo(project.newest().id());
        assertThat(project.idle().states()).containsExactly(BuildState.PROMOTED, BuildState.CANCELLED);
    }

    @Test
    void triesAgainAfterAFailure() {
        project.enable();
        project.until(BuildState.CAPTURING).crash();
        assertThat(project.idle().states()).containsExactly(BuildState.FAILED);

        project.disable();
        project.enable();

        assertThat(project.idle().states()).containsExactly(BuildState.PROMOTED, BuildState.FAILED);
    }
}
