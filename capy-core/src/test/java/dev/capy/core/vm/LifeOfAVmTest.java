package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeOfAVmTest {

    private final Machines machines = Machines.onHostsOf(8);

    @Test
    void bootsAndRuns() {
        String vmId = machines.create(VmSize.MEDIUM);
        assertThat(machines.state(vmId)).isEqualTo(VmState.BOOTING);

        machines.pass(6.3);
        assertThat(machines.state(vmId)).isEqualTo(VmState.BOOTING);
        machines.pass(3.3);
        assertThat(machines.state(vmId)).isEqualTo(VmState.RUNNING);
        assertThat(machines.news).containsExactly("running " + vmId);
    }

    @Test
    void takesItsRoomFromTheStart() {
        machines.create(VmSize.MEDIUM);

        assertThat(machines.usedCpus()).containsExactly(4);
    }

    @Test
    void givesItsRoomBackWhenItHasStopped() {
        String vmId = machines.running(VmSize.MEDIUM);

        machines.destroy(vmId);
        assertThat(machines.state(vmId)).isEqualTo(VmState.STOPPING);
        machines.pass(0.7);
        assertThat(machines.usedCpus()).containsExactly(4);

        machines.pass(0.6);
        assertThat(machines.find(vmId)).isEmpty();
        assertThat(machines.usedCpus()).containsExactly(0);
    }

    @Test
    void bootsWithinAFifthOfItsTime() {
        for (int i = 0; i < 50; i++) {
            var start = machines.kernel.clock().now();
            String vmId = machines.running(VmSize.SMALL);
            assertThat(Duration.between(start, machines.kernel.clock().now()))
                    .isBetween(Duration.ofMillis(6400), Duration.ofMillis(9600));
            machines.destroy(vmId);
            machines.idle();
        }
    }

    @Test
    void knowsWhatMayFollowWhat() {
        Vm vm = machines.vm(machines.running(VmSize.SMALL));

        assertThat(vm.settled(VmState.SUSPENDED).state()).isEqualTo(VmState.SUSPENDED);
        assertThatThrownBy(() -> vm.settled(VmState.RESUMING)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vm.settled(VmState.CREATING)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vm.settled(VmState.FAILED).settled(VmState.RUNNING))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATING, BOOTING FAILED",
        "RESTORING, BOOTING FAILED",
        "BOOTING, RUNNING STOPPING FAILED",
        "RUNNING, SUSPENDED STOPPING FAILED",
        "SUSPENDED, RESUMING",
        "RESUMING, BOOTING",
        "STOPPING, ''",
        "FAILED, ''"
    })
    void hasTheseTransitionsAndNoOthers(VmState state, String next) {
        assertThat(state.next())
                .extracting(VmState::name)
                .containsExactlyInAnyOrder(next.isEmpty() ? new String[0] : next.split(" "));
    }
}
