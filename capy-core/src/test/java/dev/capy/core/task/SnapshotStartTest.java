package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.provisioning.Step;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run whose machine starts from the project's snapshot. */
class SnapshotStartTest {

    private static final RepositorySetup APP = RepositorySetup.of("acme/app", "main")
            .withScript(Phase.INITIALIZE, "sleep 60; echo initialize >> /home/trace")
            .withScript(Phase.UPDATE_AFTER_CHECKOUT, "echo update >> /home/trace")
            .withScript(Phase.STARTUP, "echo startup >> /home/trace");

    private final CapyWorld world = Story.world(Fixture.demo());
    private final Member owner = world.as("capy_demo");

    private void snapshot() {
        save(APP);
        owner.enableSnapshots("proj_demo", true);
        world.clock().runUntilIdle();
    }

    private void save(RepositorySetup app) {
        owner.saveSetup("proj_demo", before -> before.withRepositories(app), false);
    }

    private String trace(Work work) {
        return world.read(view -> world.hypervisor().disk(view, work.vmId()))
                .file("/home/trace")
                .map(file -> file.content().text())
                .orElse("");
    }

    private List<String> steps(Work work) {
        return world.read(view -> world.provisioner()
                .all(view)
                .oldestFirst()
                .filter(provisioning -> provisioning.vmId().equals(work.vmId()))
                .flatMap(provisioning -> provisioning.plan().steps().stream())
                .map(Step::name)
                .toList());
    }

    @Test
    void restoresItAndIsSoonAtWork() {
        snapshot();

        Work work = Work.inBacklog(world).start();
        assertThat(steps(work))
                .containsExactly("restore_vm", "set_env_vars", "checkout_repo", "update_after_checkout", "startup");
        work.untilAgentWorks();

        assertThat(trace(work)).isEqualTo("initialize\nupdate\nstartup\n");
        assertThat(Duration.between(work.run().startedAt(), world.clock().now()))
                .as("two seconds, variables and checkout")
                .isBetween(Duration.ofMillis(4_000), Duration.ofMillis(6_000));
    }

    @Test
    void endsAsAnyOtherAndItsMachineIsGone() {
        snapshot();

        Work work = Work.inBacklog(world).done();

        assertThat(work.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(work.diff(DiffMode.PR)).containsExactly("README.md", "docs/DEMO-1.md");
        assertThat(world.<Integer>read(view -> world.hypervisor().vms(view).count()))
                .isZero();
    }

    @Test
    void isFreshWhileTheSnapshotIsStale() {
        snapshot();
        save(APP.withCommand("Test", "npm test"));

        assertThat(steps(Work.inBacklog(world).start())).startsWith("create_vm").contains("initialize", "startup");
    }

    @Test
    void isFreshWhileThereIsNone() {
        save(APP);
        owner.enableSnapshots("proj_demo", true);

        assertThat(steps(Work.inBacklog(world).start())).startsWith("create_vm");
    }
}
