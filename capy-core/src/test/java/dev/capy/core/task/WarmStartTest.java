package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.Story;
import dev.capy.core.catalog.Effort;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.SetupCommand;
import dev.capy.core.script.Origin;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.InstanceStatus;
import dev.capy.core.warmpool.PoolStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmStartTest {

    private final CapyWorld world = Story.world(Fixture.demo());
    private final Member owner = world.as("capy_demo");

    @Test
    void takesTheReadyMachineAndIsSoonAtWork() {
        Instance ready = readyInstance();

        Work work = Work.inBacklog(world).start();

        assertThat(work.vmId()).isEqualTo(ready.vmId());
        assertThat(work.status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(owner.instance("proj_demo", ready.id()).status()).isEqualTo(InstanceStatus.CLAIMED);
        assertThat(owner.warmPoolStatus("proj_demo")).isEqualTo(new PoolStatus(0, 1, 0));

        work.untilAgentWorks();
        assertThat(Duration.between(work.run().startedAt(), world.clock().now()))
                .as("variables and checkout alone")
                .isBetween(Duration.ofMillis(2_400), Duration.ofMillis(3_600));
    }

    @Test
    void findsWhatThePoolHasPrepared() {
        readyInstance();

        Work work = Work.inBacklog(world).start().untilAgentWorks();
        FileTree disk = world.read(view -> world.hypervisor().disk(view, work.vmId()));

        assertThat(disk.file("/home/warm.txt"))
                .map(file -> file.content().text())
                .contains("warm\n");
        assertThat(disk.file("/home/app/README.md")).isPresent();
    }

    @Test
    void endsAsAnyOtherAndItsMachineIsGone() {
        Instance ready = readyInstance();

        Work work = Work.inBacklog(world).done();

        assertThat(work.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(work.hasVm(ready.vmId())).isFalse();
        assertThat(work.diff(DiffMode.PR)).containsExactly("README.md", "docs/DEMO-1.md");
        assertThat(owner.warmPoolStatus("proj_demo")).isEqualTo(new PoolStatus(1, 0, 0));
    }

    @Test
    void isFreshWhenNoMachineIsReadyYet() {
        owner.configureWarmPool("proj_demo", config -> config.withEnabled(true));

        Work work = Work.inBacklog(world).start();

        assertThat(owner.instances("proj_demo")).extracting(Instance::vmId).doesNotContain(work.vmId());
        work.untilAgentWorks();
        assertThat(Duration.between(work.run().startedAt(), world.clock().now()))
                .as("all the steps")
                .isGreaterThan(Duration.ofSeconds(17));
    }

    @Test
    void isFreshWhenTheBranchIsAnother() {
        readyInstance();
        Work first = Work.inBacklog(world).done();
        String own = first.task().branch();
        NewTask elsewhere = NewTask.alone(
                "proj_demo",
                "user_owner",
                "Go on",
                "Go on.",
                Origin.API,
                List.of(),
                List.of(new ProjectRepo("acme/app", own)),
                Effort.DEFAULT);

        Task task = world.write(tx ->
                world.tasks().start(tx, world.tasks().create(tx, elsewhere).id()));

        Jam run = world.read(view -> world.tasks().newestRun(view, task).orElseThrow());
        assertThat(owner.instances("proj_demo")).extracting(Instance::vmId).doesNotContain(run.vmId());
    }

    @Test
    void ofASecondRunIsFresh() {
        readyInstance();
        Work work = Work.inBacklog(world).done().start();

        assertThat(owner.warmPoolStatus("proj_demo")).isEqualTo(new PoolStatus(1, 0, 0));
        assertThat(work.untilIdle().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void canBeStoppedBeforeTheAgentWorks() {
        Instance ready = readyInstance();

        Work work = Work.inBacklog(world).start().stop();

        assertThat(work.status()).isEqualTo(TaskStatus.BACKLOG);
        assertThat(work.untilIdle().hasVm(ready.vmId())).isFalse();
    }

    private Instance readyInstance() {
        owner.configureWarmPool(
                "proj_demo",
                config -> config.withEnabled(true)
                        .withSetupCommands(List.of(SetupCommand.of("echo warm > /home/warm.txt"))));
        world.clock().runUntilIdle();
        return owner.instances("proj_demo").get(0);
    }
}
