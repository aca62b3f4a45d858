package dev.capy.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.vm.VmSize;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A snapshot counts as long as the Setup is the one that it was made from. */
class StaleSnapshotTest {

    private static final RepositorySetup OTHER =
            SnapshotWorld.APP.withScript(Phase.INITIALIZE, "echo other > installed");

    private final SnapshotWorld project = SnapshotWorld.withSetup().enabled();

    @Test
    void isNotUsedAnyMore() {
        project.save(OTHER);

        assertThat(project.usable()).isEmpty();
    }

    @Test
    void isReplacedByANewOne() {
        VmSnapshot before = project.usable().orElseThrow();

        project.save(OTHER);
        assertThat(project.newest().state()).isEqualTo(BuildState.PROVISIONING);
        project.idle();

        VmSnapshot after = project.usable().orElseThrow();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.disk().files().file("/home/app/installed"))
                .map(file -> file.content().text())
                .contains("other\n");
    }

    @Test
    void isMadeByAnyChange() {
        project.save(SnapshotWorld.APP.withCommand("Test", "npm test"));
        assertThat(project.usable()).isEmpty();
        project.idle();

        project.owner.saveSetup(SnapshotWorld.PROJECT, before -> before.withVmSize(VmSize.SMALL), false);

        assertThat(project.usable()).isEmpty();
        assertThat(project.idle().usable().orElseThrow().disk().size()).isEqualTo(VmSize.SMALL);
        assertThat(project.builds()).hasSize(3);
    }

    @Test
    void isNotMadeBySavingTheSameAgain() {
        project.save(SnapshotWorld.APP);

        assertThat(project.usable()).isPresent();
        assertThat(project.builds()).hasSize(1);
    }

    @Test
    void isNotMadeByTheSameAgainAfterAFailureEither() {
        project.save(SnapshotWorld.APP.withScript(Phase.INITIALIZE, "exit 1")).idle();
        assertThat(project.states()).containsExactly(BuildState.FAILED, BuildState.PROMOTED);

        project.save(SnapshotWorld.APP.withScript(Phase.INITIALIZE, "exit 1")).idle();

        assertThat(project.builds()).hasSize(2);
        assertThat(project.usable()).isEmpty();
    }

    @Test
    void countsAgainWhenTheSetupIsAsItWas() {
        String first = project.usable().orElseThrow().id();
        project.save(OTHER).until(BuildState.CAPTURING);

        project.save(SnapshotWorld.APP);

        assertThat(project.usable()).map(VmSnapshot::id).contains(first);
        assertThat(project.idle().states()).containsExactly(BuildState.CANCELLED, BuildState.PROMOTED);
    }

    @Test
    void cancelsTheBuildOfTheSetupBefore() {
        for (BuildState state : new BuildState[] {BuildState.PROVISIONING, BuildState.CAPTURING, BuildState.CHECKING}) {
            project.save(OTHER.withCommand("at", state.word()));
            String old = project.until(state).newest().id();

            project.save(OTHER.withCommand("instead of", state.word()));

            assertThat(project.build(old).state()).isEqualTo(BuildState.CANCELLED);
            assertThat(project.newest())
                    .returns(BuildState.PROVISIONING, SnapshotBuild::state)
                    .satisfies(build -> assertThat(build.setup())
                            .isEqualTo(
                                    project.owner.setup(SnapshotWorld.PROJECT).setup()));
            assertThat(project.idle().newest().state()).isEqualTo(BuildState.PROMOTED);
            assertThat(project.machines()).isEmpty();
        }
    }

    @Test
    void letsABuildThatWaitsTakeTheNewSetup() {
        project.test();
        project.save(OTHER);
        String waiting = project.newest().id();
        assertThat(project.newest().state()).isEqualTo(BuildState.QUEUED);

        project.save(OTHER.withCommand("Test", "npm test"));

        assertThat(project.newest().id()).isEqualTo(waiting);
        assertThat(project.idle().build(waiting).state()).isEqualTo(BuildState.PROMOTED);
        assertThat(Objects.requireNonNull(project.build(waiting).setup())
                        .repositories()
                        .get(0)
                        .commands())
                .hasSize(1);
    }

    @Test
    void buildsNothingWhileSnapshotsAreOff() {
        project.disable();

        project.save(OTHER).idle();

        assertThat(project.builds()).hasSize(1);
    }

    @Test
    void leavesATestAlone() {
        String test = project.test().id();

        project.save(OTHER);

        assertThat(project.idle().build(test).state()).isEqualTo(BuildState.SUCCEEDED);
        assertThat(project.states()).containsExactly(BuildState.PROMOTED, BuildState.SUCCEEDED, BuildState.PROMOTED);
    }
}
