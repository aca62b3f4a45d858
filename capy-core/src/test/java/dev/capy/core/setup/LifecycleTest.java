package dev.capy.core.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.provisioning.StepLog;
import dev.capy.core.task.Jam;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.InstanceStatus;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which phases of a Setup the machines of runs go through. */
class LifecycleTest {

    private static final String PROJECT = SetupWorld.PROJECT;
    private static final RepositorySetup TRACED = SetupWorld.APP
            .withScript(Phase.INITIALIZE, "echo initialize >> /home/trace")
            .withScript(Phase.UPDATE_AFTER_CHECKOUT, "echo update >> /home/trace")
            .withScript(Phase.STARTUP, "echo startup >> /home/trace")
            .withCommand("Test", "echo command >> /home/trace");

    private final SetupWorld project = SetupWorld.of("acme/app");

    private void fillPool() {
        project.owner.configureWarmPool(PROJECT, config -> config.withEnabled(true));
        project.world.clock().runUntilIdle();
    }

    private Instance newestInstance() {
        return project.owner.instances(PROJECT).get(0);
    }

    /** Starts a thread, and lets its task's run come to where its agent works. */
    private Jam working() {
        CaptainThread thread = project.owner.startThread(PROJECT, "Add a login page.");
        boolean works = project.world
                .clock()
                .runUntil(
                        view -> project.owner.tasks(thread.id()).stream()
                                .anyMatch(task -> !run(task).bases().isEmpty()),
                        Duration.ofHours(1));
        assertThat(works).isTrue();
        return run(project.owner.tasks(thread.id()).get(0));
    }

    private Jam run(Task task) {
        return project.world.read(
                view -> project.world.tasks().newestRun(view, task).orElseThrow());
    }

    private String trace(String vmId) {
        return project.world.read(view -> project.world
                .hypervisor()
                .disk(view, vmId)
                .file("/home/trace")
                .map(file -> file.content().text())
                .orElse(""));
    }

    @Test
    void ofAFreshMachineAreInitializeAndStartup() {
        project.save(TRACED);

        assertThat(trace(Objects.requireNonNull(working().vmId()))).isEqualTo("initialize\nstartup\n");
    }

    @Test
    void ofAPoolsMachineAreTheSame() {
        project.save(TRACED);

        fillPool();

        assertThat(newestInstance().status()).isEqualTo(InstanceStatus.READY);
        assertThat(trace(newestInstance().vmId())).isEqualTo("initialize\nstartup\n");
    }

    @Test
    void ofAClaimedMachineAreUpdateAfterCheckoutAndStartup() {
        project.save(TRACED);
        fillPool();
        String vmId = newestInstance().vmId();

        assertThat(working().vmId()).isEqualTo(vmId);

        assertThat(trace(vmId)).isEqualTo("initialize\nstartup\nupdate\nstartup\n");
    }

    @Test
    void ofACaptainsMachineAreNone() {
        project.save(TRACED);

        CaptainThread thread = project.owner.startThread(PROJECT, "Add a login page.");
        project.world.clock().advance(Duration.ofMinutes(1));

        assertThat(trace(Objects.requireNonNull(thread.run().machine()).vmId())).isEmpty();
    }

    @Test
    void areNoneWithoutASetup() {
        fillPool();

        assertThat(project.owner.provisioning(newestInstance()).log())
                .extracting(StepLog::name)
                .containsExactly("create_vm", "ensure_server", "set_env_vars", "clone_repo", "init_repo");
    }

    @Test
    void thatFailFailThePoolsMachine() {
        project.save(SetupWorld.APP.withScript(Phase.STARTUP, "echo 'port taken' >&2; exit 98"));

        project.owner.configureWarmPool(PROJECT, config -> config.withEnabled(true));
        project.world.clock().runUntilIdle();

        assertThat(newestInstance())
                .returns(InstanceStatus.FAILED, Instance::status)
                .returns("exit code 98: port taken", Instance::failureReason);
    }

    @Test
    void thatFailFailTheRun() {
        project.save(SetupWorld.APP.withScript(Phase.INITIALIZE, "exit 3"));

        CaptainThread thread = project.owner.startThread(PROJECT, "Add a login page.");
        project.world.clock().runUntilIdle();

        assertThat(run(project.owner.tasks(thread.id()).get(0)).failure()).isEqualTo("initialize failed: exit code 3");
    }
}
