package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.vm.MachineFault;
import dev.capy.core.vm.MachineTrouble.DiskFull;
import dev.capy.core.vm.MachineTrouble.FailedStep;
import dev.capy.core.vm.MachineTrouble.SlowBoot;
import dev.capy.core.warmpool.Instance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineFaultsTest {

    private final CapyWorld world = CapyWorld.builder().seed(1).build();
    private final Member owner = world.as("capy_demo");

    private Instance boot(String command) {
        return owner.testBoot("proj_demo", SetupCommand.of(command));
    }

    private Provisioning end(Instance boot) {
        world.clock().runUntilIdle();
        return owner.provisioning(owner.instance("proj_demo", boot.id()));
    }

    @Test
    void failTheStepOfTheMachineThatIsMeant() {
        world.surroundings()
                .fault(MachineFault.of("a", new FailedStep("clone_repo", "the remote hung up"))
                        .nth(2));

        assertThat(end(boot("true")).failureReason()).isEmpty();
        assertThat(end(boot("true")).failureReason()).contains("clone_repo failed: the remote hung up");
        assertThat(end(boot("true")).failureReason()).isEmpty();
    }

    @Test
    void failAMachineBeforeItIsThere() {
        world.surroundings().fault(MachineFault.of("a", new FailedStep("create_vm", "no capacity")));

        assertThat(end(boot("true")).failureReason()).contains("create_vm failed: no capacity");
    }

    @Test
    void leaveMachinesForOtherPurposesAlone() {
        world.surroundings()
                .fault(MachineFault.of("a", new FailedStep("clone_repo", "no")).on("captain"));

        assertThat(end(boot("true")).failureReason()).isEmpty();
        assertThat(world.surroundings().machineFaults())
                .singleElement()
                .extracting(MachineFault::matched)
                .isEqualTo(0);
    }

    @Test
    void letAMachineBootSlowly() {
        Duration usual = end(boot("true")).log().get(0).duration();
        world.surroundings().fault(MachineFault.of("a", new SlowBoot(10, Duration.ofMinutes(2))));

        assertThat(end(boot("true")).log().get(0).duration())
                .isGreaterThan(usual.multipliedBy(5).plusMinutes(2));
    }

    @Test
    void letWritesFailOnAFullDisk() {
        world.surroundings().fault(MachineFault.of("a", new DiskFull(Duration.ZERO)));

        assertThat(end(boot("true")).failureReason()).contains("set_env_vars failed: No space left on device");
    }

    @Test
    void letCommandsFailThatWriteOnADiskThatHasBecomeFull() {
        String command = "sleep 300 && echo a > /tmp/a";
        assertThat(end(boot(command)).failureReason()).isEmpty();
        world.surroundings().fault(MachineFault.of("a", new DiskFull(Duration.ofMinutes(4))));

        assertThat(end(boot(command)).failureReason())
                .hasValueSatisfying(reason -> assertThat(reason).endsWith("No space left on device"));
    }

    @Test
    void letAHostCrashLater() {
        Instance boot = boot("sleep 1000");
        world.clock().advance(Duration.ofMinutes(5));
        String host = world.read(
                        view -> world.hypervisor().vms(view).oldestFirst().toList())
                .get(0)
                .hostId();
        assertThat(host).isNotNull();

        world.surroundings().crash(String.valueOf(host), Duration.ofMinutes(1));

        assertThat(end(boot).failureReason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("crashed"));
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
        world.surroundings().fault(MachineFault.of("a", new SlowBoot(2, Duration.ZERO)));

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> world.surroundings().fault(MachineFault.of("a", new DiskFull(Duration.ZERO))));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> world.surroundings().removeFault("b"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> world.surroundings().crash("host-99", Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new SlowBoot(0, Duration.ZERO));
    }

    @Test
    void goWhenTheyAreRemoved() {
        world.surroundings().fault(MachineFault.of("a", new FailedStep("clone_repo", "no")));

        world.surroundings().removeFault("a");

        assertThat(end(boot("true")).failureReason()).isEmpty();
    }
}
