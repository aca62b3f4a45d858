package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.provisioning.Provisioning.Status;
import dev.capy.core.shell.CommandPattern;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.vm.VmState;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.InstanceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The first failure ends it, and says what went wrong. */
class FailingStepsTest {

    private final TestBoots boots = TestBoots.ofOneRepository();

    @Test
    void aFailingCommandFailsTheLastStepAndLeavesTheOthersComplete() {
        Provisioning boot = boots.boot("echo 'npm ERR! missing script' >&2 && exit 1");

        assertThat(boot.status()).isEqualTo(Status.FAILED);
        assertThat(boot.completedSteps()).isEqualTo(boot.totalSteps() - 1);
        assertThat(boot.failure()).hasValueSatisfying(step -> {
            assertThat(step.name()).isEqualTo("warm_pool_setup");
            assertThat(step.error()).isEqualTo("exit code 1: npm ERR! missing script");
            assertThat(step.output()).isEqualTo("npm ERR! missing script\n");
        });
    }

    @Test
    void theFailureSaysWhichCommandItWas() {
        Provisioning boot = boots.boot("true", "exit 3");

        assertThat(boot.failure().orElseThrow().metadata())
                .containsEntry("command", "exit 3")
                .containsEntry("exitCode", "3");
    }

    @Test
    void theLastLineOfTheErrorsIsTheOneThatIsTold() {
        Provisioning boot = boots.boot("echo first >&2; echo '  last  ' >&2; echo >&2; exit 2");

        assertThat(boot.failure().orElseThrow().error()).isEqualTo("exit code 2: last");
    }

    @Test
    void aSilentFailureTellsItsExitCodeAlone() {
        assertThat(boots.boot("exit 9").failure().orElseThrow().error()).isEqualTo("exit code 9");
    }

    @Test
    void nothingRunsAfterTheFailure() {
        Instance instance = boots.start("touch /home/before", "sleep 1; false", "touch /home/after");
        boots.runUntil(instance, "warm_pool_setup");

        boots.world.clock().advance(Duration.ofSeconds(1));

        assertThat(boots.disk(instance.vmId()).file("/home/before")).isPresent();
        assertThat(boots.disk(instance.vmId()).file("/home/after")).isEmpty();
        assertThat(boots.of(instance).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void whatWasPrintedBeforeTheFailureIsKept() {
        Provisioning boot = boots.boot("echo fine", "echo bad >&2; false");

        assertThat(boot.failure().orElseThrow().output()).isEqualTo("fine\nbad\n");
    }

    @Test
    void anUnknownBranchFailsTheClone() {
        boots.owner.configureWarmPool(TestBoots.PROJECT, config -> config.withBranch("nowhere"));

        Provisioning boot = boots.boot();

        assertThat(boot.failure()).hasValueSatisfying(step -> {
            assertThat(step.name()).isEqualTo("clone_repo");
            assertThat(step.error())
                    .isEqualTo("exit code 128: fatal: Remote branch nowhere not found in upstream origin");
            assertThat(step.metadata()).containsEntry("branch", "nowhere");
        });
        assertThat(boot.completedSteps()).isEqualTo(3);
        assertThat(boot.totalSteps()).isEqualTo(5);
    }

    @Test
    void aHangingCommandIsCutOffAfterHalfAnHour() {
        TestBoots hanging = TestBoots.with(CommandRule.hanging(CommandPattern.exact("hang")));

        hanging.owner.configureWarmPool(
                TestBoots.PROJECT,
                config -> config.withEnabled(true).withSetupCommands(List.of(SetupCommand.of("hang"))));

        hanging.world.clock().runUntilIdle();

        Instance failed = hanging.owner.instances(TestBoots.PROJECT).get(0);
        StepLog failure = hanging.of(failed).failure().orElseThrow();
        assertThat(failure.error()).isEqualTo("exit code 124");
        assertThat(failure.duration()).isEqualTo(Duration.ofSeconds(1800));
    }

    @Test
    void theMachineOfAFailedBootGoes() {
        Instance instance = boots.start("exit 1");
        boots.world.clock().runUntilIdle();

        assertThat(boots.owner.instance(TestBoots.PROJECT, instance.id()))
                .returns(InstanceStatus.FAILED, Instance::status)
                .returns("exit code 1", Instance::failureReason);
        assertThat(boots.world.<Boolean>read(view ->
                        boots.world.hypervisor().find(view, instance.vmId()).isPresent()))
                .isFalse();
    }

    @Test
    void aLostHostFailsTheStepUnderWay() {
        Instance instance = boots.start();
        boots.runUntil(instance, "clone_repo");

        crash(instance);

        Provisioning boot = boots.of(instance);
        assertThat(boot.status()).isEqualTo(Status.FAILED);
        assertThat(boot.failure()).hasValueSatisfying(step -> {
            assertThat(step.name()).isEqualTo("clone_repo");
            assertThat(step.error()).isEqualTo("host host-01 crashed");
        });
        assertThat(boots.world.clock().isIdle()).isTrue();
    }

    @Test
    void aLostHostFailsTheBootOfTheMachineToo() {
        Instance instance = boots.start();

        crash(instance);

        assertThat(boots.of(instance).failure().orElseThrow().name()).isEqualTo("create_vm");
        assertThat(boots.world.clock().isIdle()).isTrue();
    }

    @Test
    void aLostHostEndsTheCommandThatRuns() {
        Instance instance = boots.start("sleep 60 && touch /home/late");
        boots.runUntil(instance, "warm_pool_setup");

        crash(instance);

        assertThat(boots.of(instance).failure().orElseThrow().name()).isEqualTo("warm_pool_setup");
        assertThat(boots.world.<Integer>read(
                        view -> boots.world.hypervisor().executions(view).count()))
                .isZero();
        assertThat(boots.world.clock().isIdle()).isTrue();
    }

    private void crash(Instance instance) {
        boots.world.write(tx -> {
            var vm = boots.world.hypervisor().find(tx, instance.vmId()).orElseThrow();
            assertThat(vm.state()).isIn(VmState.BOOTING, VmState.RUNNING);
            boots.world.hypervisor().crash(tx, Objects.requireNonNull(vm.hostId()));
            return true;
        });
    }
}
