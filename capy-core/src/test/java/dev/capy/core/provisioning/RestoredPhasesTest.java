package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.Provisioning.Status;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.shell.Environment;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a saved Setup runs on a machine that has been used before, or was restored from another one's disk. */
class RestoredPhasesTest {

    private static final RepositorySetup APP = RepositorySetup.of("acme/app", "main")
            .withScript(Phase.INITIALIZE, "echo init >> /home/trace")
            .withScript(Phase.UPDATE_AFTER_CHECKOUT, "sleep 4; cat README.md >> /home/trace")
            .withScript(Phase.STARTUP, "echo start >> /home/trace");

    private final TestBoots boots = TestBoots.ofOneRepository();
    private String firstVm = "";

    @BeforeEach
    void bootOne() {
        boots.save(APP);
        firstVm = boots.boot().vmId();
    }

    private Plan rest(View view) {
        return new Plans(boots.world.setups())
                .restored(
                        view,
                        boots.world.projects().project(view, TestBoots.PROJECT),
                        List.of(new ProjectRepo("acme/app", "feature")));
    }

    private Provisioning done(Function<Tx, Provisioning> work) {
        Provisioning started = boots.world.write(work);
        boots.world.clock().runUntilIdle();
        return boots.world.read(
                view -> boots.world.provisioner().find(view, started.id()).orElseThrow());
    }

    private Provisioning restored() {
        return done(tx -> boots.world
                .provisioner()
                .restore(tx, "test", boots.world.provisioner().disk(tx, firstVm), rest(tx)));
    }

    @Test
    void areUpdateAfterCheckoutAndStartupOnAReusedOne() {
        Provisioning reused = done(tx -> boots.world.provisioner().prepare(tx, firstVm, rest(tx)));

        assertThat(reused.log())
                .extracting(StepLog::name)
                .containsExactly("set_env_vars", "checkout_repo", "update_after_checkout", "startup");
        assertThat(boots.text(firstVm, "/home/trace")).isEqualTo("init\nstart\n# Feature\nstart\n");
    }

    @Test
    void areTheSameOnARestoredOne() {
        Provisioning restored = restored();

        assertThat(restored.status()).isEqualTo(Status.READY);
        assertThat(restored.log())
                .extracting(StepLog::name)
                .containsExactly("restore_vm", "set_env_vars", "checkout_repo", "update_after_checkout", "startup");
        assertThat(restored.log().get(0).duration()).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
        assertThat(boots.text(restored.vmId(), "/home/trace")).isEqualTo("init\nstart\n# Feature\nstart\n");
    }

    @Test
    void leaveTheMachineAloneThatWasRestoredFrom() {
        FileTree before = boots.disk(firstVm);

        Provisioning restored = restored();

        assertThat(restored.vmId()).isNotEqualTo(firstVm);
        assertThat(boots.disk(firstVm)).isEqualTo(before);
    }

    @Test
    void goWithTheSizeAndTheCommitsOfTheDisk() {
        boots.owner.saveSetup(TestBoots.PROJECT, before -> before.withVmSize(VmSize.LARGE), false);
        firstVm = boots.boot().vmId();

        Disk first = disk(firstVm);
        Disk second = disk(restored().vmId());

        assertThat(first.size()).isEqualTo(VmSize.LARGE);
        assertThat(first.commits()).containsOnlyKeys("acme/app");
        assertThat(second.size()).isEqualTo(VmSize.LARGE);
        assertThat(second.commits()).containsOnlyKeys("acme/app").isNotEqualTo(first.commits());
    }

    private Disk disk(String vmId) {
        return boots.world.read(view -> boots.world.provisioner().disk(view, vmId));
    }

    @Test
    void takeTheVariablesOfTheRun() {
        Provisioning restored = done(tx -> boots.world
                .provisioner()
                .restore(
                        tx,
                        "test",
                        boots.world.provisioner().disk(tx, firstVm),
                        rest(tx).in(Environment.of(Map.of("MODE", "mine")))));

        assertThat(boots.text(restored.vmId(), "/home/.env")).isEqualTo("MODE='mine'\n");
    }

    @Test
    void areNoneWhereNoSetupWasSaved() {
        TestBoots bare = TestBoots.ofOneRepository();

        Plan plan = bare.world.read(view -> new Plans(bare.world.setups())
                .restored(
                        view,
                        bare.world.projects().project(view, TestBoots.PROJECT),
                        bare.world.projects().project(view, TestBoots.PROJECT).repos()));

        assertThat(plan.steps()).extracting(Step::name).containsExactly("set_env_vars", "checkout_repo");
    }

    @Test
    void areNoneOnAReviewersMachine() {
        Plan plan = Plans.review(new ProjectRepo("acme/app", "feature"));

        assertThat(plan.steps()).extracting(Step::name).containsExactly("create_vm", "ensure_server", "clone_repo");
        assertThat(plan.steps().get(0)).isEqualTo(new Step.CreateVm(VmSize.MEDIUM));
        assertThat(plan.variables()).isEqualTo(Environment.EMPTY);
    }
}
