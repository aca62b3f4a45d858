package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.NotFound;
import org.junit.jupiter.api.Test;

class HostCrashTest {

    private final Machines machines = Machines.onHostsOf(8, 4);

    @Test
    void losesEveryMachineOnIt() {
        String elsewhere = machines.create(VmSize.MEDIUM);
        String running = machines.running(VmSize.MEDIUM);
        String booting = machines.create(VmSize.MEDIUM);

        machines.crash("host-1");
        machines.idle();

        assertThat(machines.state(running)).isEqualTo(VmState.FAILED);
        assertThat(machines.state(booting)).isEqualTo(VmState.FAILED);
        assertThat(machines.state(elsewhere)).isEqualTo(VmState.RUNNING);
        assertThat(machines.news)
                .contains("lost " + running + ": host host-1 crashed", "lost " + booting + ": host host-1 crashed");
    }

    @Test
    void leavesTheHostEmptyAndUsable() {
        machines.create(VmSize.LARGE);

        machines.crash("host-1");

        assertThat(machines.usedCpus()).containsExactly(0, 0);
        assertThat(machines.state(machines.running(VmSize.LARGE))).isEqualTo(VmState.RUNNING);
    }

    @Test
    void letsThoseInThatWait() {
        machines.running(VmSize.LARGE);
        String waiting = machines.create(VmSize.LARGE);

        machines.crash("host-1");
        machines.idle();

        assertThat(machines.state(waiting)).isEqualTo(VmState.RUNNING);
    }

    @Test
    void endsAStopThatWasUnderWay() {
        String stopping = machines.running(VmSize.LARGE);
        machines.destroy(stopping);

        machines.crash("host-1");

        assertThat(machines.find(stopping)).isEmpty();
        assertThat(machines.usedCpus()).containsExactly(0, 0);
        assertThat(machines.kernel.clock().pending()).isEmpty();
    }

    @Test
    void endsTheCommandsOnIt() {
        String vmId = machines.running(VmSize.LARGE);
        Execution command = machines.start(vmId, "sleep 10");

        machines.crash("host-1");

        assertThat(machines.executions()).isZero();
        assertThatThrownBy(() -> machines.finish(command)).isInstanceOf(NotFound.class);
    }

    @Test
    void ofAHostThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> machines.crash("nowhere")).isInstanceOf(NotFound.class);
    }
}
