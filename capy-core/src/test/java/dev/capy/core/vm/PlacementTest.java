package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static String hostOf(Machines machines, String vmId) {
        return String.valueOf(machines.vm(vmId).hostId());
    }

    @Test
    void choosesTheHostWithTheLeastToSpare() {
        Machines machines = Machines.onHostsOf(16, 4, 8);

        assertThat(hostOf(machines, machines.create(VmSize.MEDIUM))).isEqualTo("host-2");
        assertThat(hostOf(machines, machines.create(VmSize.MEDIUM))).isEqualTo("host-3");
        assertThat(hostOf(machines, machines.create(VmSize.MEDIUM))).isEqualTo("host-3");
        assertThat(hostOf(machines, machines.create(VmSize.MEDIUM))).isEqualTo("host-1");
    }

    @Test
    void choosesTheFirstOfEqualHosts() {
        Machines machines = Machines.onHostsOf(8, 8, 8);

        assertThat(hostOf(machines, machines.create(VmSize.LARGE))).isEqualTo("host-1");
        assertThat(hostOf(machines, machines.create(VmSize.LARGE))).isEqualTo("host-2");
    }

    @Test
    void looksAtMemoryAndDiskToo() {
        Machines machines = Machines.on(List.of(
                Host.empty("no-memory", new VmShape(4, 4, 4096)),
                Host.empty("no-disk", new VmShape(4, 64, 10)),
                Host.empty("roomy", new VmShape(64, 256, 4096))));

        assertThat(hostOf(machines, machines.create(VmSize.MEDIUM))).isEqualTo("roomy");
    }

    @Test
    void neverOvercommits() {
        Machines machines = Machines.onHostsOf(16, 8, 20);
        Random random = new Random(1);
        List<String> ids = new ArrayList<>();

        for (int i = 0; i < 2000; i++) {
            if (random.nextInt(3) > 0) {
                ids.add(machines.create(VmSize.values()[random.nextInt(4)]));
            } else if (!ids.isEmpty()) {
                machines.destroy(ids.remove(random.nextInt(ids.size())));
            }
            machines.pass(random.nextDouble());
            for (Host host : machines.kernel.read(machines.hypervisor::hosts)) {
                assertThat(host.used()).isEqualTo(machines.carried(host));
                assertThat(host.capacity().fits(host.used())).isTrue();
            }
        }
    }

    @Test
    void refusesHostsThatWouldCarryMoreThanTheyCan() {
        Host host = Host.empty("h", new VmShape(4, 8, 40));

        assertThatThrownBy(() -> host.taking(new VmShape(5, 1, 1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> host.releasing(new VmShape(1, 1, 1))).isInstanceOf(IllegalArgumentException.class);
    }
}
