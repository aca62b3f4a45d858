package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A machine that goes on with the disk of another one. */
class RestoredVmTest {

    private final Machines machines = Machines.onHostsOf(8);

    @Test
    void isUpInTwoSeconds() {
        Instant start = machines.kernel.clock().now();

        String vmId = machines.restore(VmSize.LARGE, Machines.DISK);
        assertThat(machines.state(vmId)).isEqualTo(VmState.BOOTING);
        machines.idle();

        assertThat(machines.state(vmId)).isEqualTo(VmState.RUNNING);
        assertThat(Duration.between(start, machines.kernel.clock().now()))
                .isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
        assertThat(machines.news).containsExactly("running " + vmId);
    }

    @Test
    void hasTheDiskAsItWas() {
        String first = machines.running(VmSize.SMALL);
        machines.start(first, "echo one > one; sleep 60; echo two > two");
        machines.pass(30);

        String second = machines.restore(VmSize.SMALL, machines.disk(first));
        machines.pass(60);

        assertThat(machines.text(second, "/home/one")).isEqualTo(Optional.of("one\n"));
        assertThat(machines.text(second, "/home/two"))
                .as("commands stay behind")
                .isEmpty();
    }

    @Test
    void changesNobodyElsesDisk() {
        String first = machines.running(VmSize.SMALL);
        String second = machines.restore(VmSize.SMALL, machines.disk(first));

        machines.write(second, "/home/notes", "changed\n");

        assertThat(machines.text(first, "/home/notes")).isEqualTo(Optional.of("first\n"));
    }

    @Test
    void waitsForAHostInItsTurn() {
        String running = machines.running(VmSize.LARGE);
        String fresh = machines.create(VmSize.LARGE);
        String restored = machines.restore(VmSize.LARGE, Machines.DISK);

        assertThat(machines.state(restored)).isEqualTo(VmState.RESTORING);
        assertThat(machines.waiting()).containsExactly(fresh, restored);

        machines.destroy(fresh);
        machines.destroy(running);
        machines.idle();
        assertThat(machines.state(restored)).isEqualTo(VmState.RUNNING);
        assertThat(machines.news).endsWith("placed " + restored, "running " + restored);
    }

    @Test
    void canGoWhileItWaits() {
        machines.running(VmSize.LARGE);
        String restored = machines.restore(VmSize.LARGE, Machines.DISK);

        machines.destroy(restored);

        assertThat(machines.find(restored)).isEmpty();
        assertThat(machines.waiting()).isEmpty();
    }

    @Test
    void isLostAtOnceWhereNoHostCouldCarryIt() {
        String vmId = machines.restore(VmSize.HYPER, Machines.DISK);

        assertThat(machines.state(vmId)).isEqualTo(VmState.FAILED);
        assertThat(machines.news).containsExactly("lost " + vmId + ": no host could ever carry a hyper VM");
    }

    @Test
    void keepsItsLabelsThroughARest() {
        String vmId = machines.running(VmSize.SMALL);
        machines.label(vmId, "made by", "hand");
        machines.label(vmId, "made by", "machine");

        machines.suspend(vmId);
        machines.resume(vmId);
        machines.idle();

        assertThat(machines.vm(vmId).labels()).containsOnly(entry("made by", "machine"));
        assertThat(machines.disk(vmId)).isEqualTo(Machines.DISK);
    }
}
