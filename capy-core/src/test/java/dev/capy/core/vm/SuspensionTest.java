package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuspensionTest {

    private final Machines machines = Machines.onHostsOf(8);
    private final String vmId = machines.running(VmSize.LARGE);

    @Test
    void givesTheRoomBackAtOnce() {
        machines.suspend(vmId);

        assertThat(machines.state(vmId)).isEqualTo(VmState.SUSPENDED);
        assertThat(machines.usedCpus()).containsExactly(0);
    }

    @Test
    void letsThoseInThatWait() {
        String waiting = machines.create(VmSize.LARGE);

        machines.suspend(vmId);
        machines.idle();

        assertThat(machines.state(waiting)).isEqualTo(VmState.RUNNING);
    }

    @Test
    void keepsTheDisk() {
        machines.write(vmId, "/home/notes", "kept\n");

        machines.suspend(vmId);
        machines.resume(vmId);
        machines.idle();

        assertThat(machines.text(vmId, "/home/notes")).isEqualTo(Optional.of("kept\n"));
    }

    @Test
    void endsCommandsWithWhatTheyHaveDone() {
        machines.start(vmId, "echo one > one; sleep 10; echo two > two");
        machines.pass(5);

        machines.suspend(vmId);
        machines.pass(60);

        assertThat(machines.text(vmId, "/home/one")).isPresent();
        assertThat(machines.text(vmId, "/home/two")).isEmpty();
        assertThat(machines.executions()).isZero();
    }

    @Test
    void isOverTwoSecondsAfterItIsToBe() {
        machines.suspend(vmId);
        var start = machines.kernel.clock().now();

        machines.resume(vmId);
        machines.idle();

        assertThat(machines.state(vmId)).isEqualTo(VmState.RUNNING);
        assertThat(Duration.between(start, machines.kernel.clock().now()))
                .isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
    }

    @Test
    void endsInTheQueueWhenThereIsNoRoom() {
        machines.suspend(vmId);
        String other = machines.running(VmSize.LARGE);

        machines.resume(vmId);
        assertThat(machines.state(vmId)).isEqualTo(VmState.RESUMING);
        assertThat(machines.waiting()).containsExactly(vmId);

        machines.destroy(other);
        machines.idle();
        assertThat(machines.state(vmId)).isEqualTo(VmState.RUNNING);
        assertThat(machines.news).endsWith("placed " + vmId, "running " + vmId);
    }

    @Test
    void isForMachinesThatRunAlone() {
        String waiting = machines.create(VmSize.LARGE);

        machines.suspend(waiting);
        machines.resume(vmId);

        assertThat(machines.state(waiting)).isEqualTo(VmState.CREATING);
        assertThat(machines.state(vmId)).isEqualTo(VmState.RUNNING);
    }

    @Test
    void survivesACrashOfTheHostItWasOn() {
        machines.suspend(vmId);

        machines.crash("host-1");

        assertThat(machines.state(vmId)).isEqualTo(VmState.SUSPENDED);
    }
}
