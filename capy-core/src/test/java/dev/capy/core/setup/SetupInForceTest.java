package dev.capy.core.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileTree;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.StepLog;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmSize;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.InstanceStatus;
import dev.capy.core.warmpool.WarmPool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a Setup does to the machines that are made after it was saved. */
class SetupInForceTest {

    private static final String PROJECT = SetupWorld.PROJECT;

    private final SetupWorld project = SetupWorld.of("acme/app");

    private void size(VmSize size) {
        project.save(before -> before.withVmSize(size).withRepositories(SetupWorld.APP));
    }

    private List<Vm> machines(String purpose) {
        return project.world.read(view -> project.world
                .hypervisor()
                .vms(view)
                .oldestFirst()
                .filter(vm -> vm.purpose().startsWith(purpose))
                .toList());
    }

    private Vm taskMachine() {
        project.owner.startThread(PROJECT, "Add a login page.");
        project.world.clock().runUntil(view -> !machines("task").isEmpty(), Duration.ofHours(1));
        return machines("task").get(0);
    }

    private void fillPool() {
        project.owner.configureWarmPool(PROJECT, config -> config.withEnabled(true));
        project.world.clock().runUntilIdle();
    }

    private List<Instance> ready() {
        return project.owner.instances(PROJECT).stream()
                .filter(instance -> instance.status() == InstanceStatus.READY)
                .toList();
    }

    @Test
    void taskMachinesAreMediumWithoutIt() {
        assertThat(taskMachine().size()).isEqualTo(VmSize.MEDIUM);
    }

    @Test
    void taskMachinesHaveItsSize() {
        size(VmSize.ULTRA);

        assertThat(taskMachine().size()).isEqualTo(VmSize.ULTRA);
    }

    @Test
    void captainsStaySmall() {
        size(VmSize.ULTRA);

        project.owner.startThread(PROJECT, "Add a login page.");

        assertThat(machines("captain")).extracting(Vm::size).containsExactly(VmSize.SMALL);
    }

    @Test
    void poolMachinesHaveItsSize() {
        size(VmSize.LARGE);

        fillPool();

        assertThat(machines("warm pool")).extracting(Vm::size).containsExactly(VmSize.LARGE);
    }

    @Test
    void poolMachinesOfAnotherSizeAreReplacedAtOnce() {
        fillPool();
        String before = ready().get(0).id();

        size(VmSize.LARGE);

        assertThat(project.owner.instances(PROJECT)).extracting(Instance::id).doesNotContain(before);
        project.world.clock().runUntilIdle();
        assertThat(ready()).hasSize(1);
        assertThat(machines("warm pool")).extracting(Vm::size).containsExactly(VmSize.LARGE);
    }

    @Test
    void aPoolIsNotReconfiguredByIt() {
        fillPool();
        WarmPool before = pool();
        project.world.clock().advance(Duration.ofMinutes(1));

        size(VmSize.LARGE);

        assertThat(pool()).returns(before.config(), WarmPool::config).returns(before.updatedAt(), WarmPool::updatedAt);
    }

    private WarmPool pool() {
        return project.world.read(
                view -> project.world.warmPools().find(view, PROJECT).orElseThrow());
    }

    @Test
    void poolMachinesThatRanOtherScriptsAreReplacedAtOnce() {
        project.save(SetupWorld.APP);
        fillPool();

        project.save(SetupWorld.APP.withScript(Phase.STARTUP, "npm start"));

        assertThat(ready()).isEmpty();
        assertThat(project.owner.warmPoolStatus(PROJECT).provisioning()).isEqualTo(1);
    }

    @Test
    void whatOnlyRunsLaterLeavesAPoolAsItIs() {
        project.save(SetupWorld.APP);
        fillPool();
        List<Instance> before = ready();

        project.save(
                SetupWorld.APP.withScript(Phase.UPDATE_AFTER_CHECKOUT, "npm ci").withCommand("Test", "npm test"));

        assertThat(ready()).isEqualTo(before);
    }

    @Test
    void tasksClaimPoolMachinesOfItsSize() {
        size(VmSize.LARGE);
        fillPool();
        String machine = ready().get(0).vmId();

        project.owner.startThread(PROJECT, "Add a login page.");
        project.world.clock().runUntilIdle();

        assertThat(project.owner.instances(PROJECT))
                .filteredOn(instance -> instance.status() == InstanceStatus.CLAIMED)
                .extracting(Instance::vmId)
                .containsExactly(machine);
    }

    @Test
    void legacyHooksRunUntilThen() {
        assertThat(initialized(SetupWorld.of("acme/hooked"))).isTrue();
    }

    @Test
    void legacyHooksDoNotRunAnyMore() {
        SetupWorld hooked = SetupWorld.of("acme/hooked");
        hooked.replaceHooks(SetupWorld.HOOKED);

        assertThat(initialized(hooked)).isFalse();
    }

    /** Whether the hook of acme/hooked has run in a machine that was made just now; its step ends well anyway. */
    private static boolean initialized(SetupWorld hooked) {
        Instance boot = hooked.owner.testBoot(PROJECT);
        hooked.world.clock().runUntilIdle();
        Provisioning provisioning = hooked.owner.provisioning(boot);
        assertThat(provisioning.log())
                .last()
                .returns("init_repo", StepLog::name)
                .returns(true, StepLog::isSuccess);
        FileTree disk = hooked.world.read(view -> hooked.world.hypervisor().disk(view, boot.vmId()));
        return disk.file("/home/hooked/hooked").isPresent();
    }
}
