package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a machine does, it can be ended, and its room comes back once. */
class DestroyTest {

    /** How a machine gets into each state, on one host that it fills. */
    private static final Map<String, Function<Machines, String>> WAYS = Map.of(
            "CREATING",
                    machines -> {
                        machines.create(VmSize.LARGE);
                        return machines.create(VmSize.LARGE);
                    },
            "BOOTING", machines -> machines.create(VmSize.LARGE),
            "RUNNING", machines -> machines.running(VmSize.LARGE),
            "SUSPENDED", DestroyTest::suspended,
            "RESUMING",
                    machines -> {
                        String vmId = suspended(machines);
                        machines.create(VmSize.LARGE);
                        machines.resume(vmId);
                        return vmId;
                    },
            "BOOTING again",
                    machines -> {
                        String vmId = suspended(machines);
                        machines.resume(vmId);
                        return vmId;
                    },
            "STOPPING",
                    machines -> {
                        String vmId = machines.running(VmSize.LARGE);
                        machines.destroy(vmId);
                        return vmId;
                    },
            "FAILED",
                    machines -> {
                        String vmId = machines.running(VmSize.LARGE);
                        machines.crash("host-1");
                        return vmId;
                    });

    private static String suspended(Machines machines) {
        String vmId = machines.running(VmSize.LARGE);
        machines.suspend(vmId);
        return vmId;
    }

    @TestFactory
    Stream<DynamicTest> worksInEveryState() {
        return WAYS.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    Machines machines = Machines.onHostsOf(8);
                    String vmId = way.getValue().apply(machines);
                    assertThat(way.getKey()).startsWith(machines.state(vmId).name());

                    machines.destroy(vmId);
                    machines.idle();

                    assertThat(machines.find(vmId)).isEmpty();
                    assertThat(machines.waiting()).isEmpty();
                    destroyAll(machines);
                    assertThat(machines.usedCpus()).containsExactly(0);
                    assertThat(machines.kernel.clock().pending()).isEmpty();
                }));
    }

    private static void destroyAll(Machines machines) {
        machines.kernel
                .read(machines.hypervisor::vms)
                .oldestFirst()
                .map(Vm::id)
                .toList()
                .forEach(machines::destroy);
        machines.idle();
    }

    @Test
    void isIgnoredForAMachineThatIsGone() {
        Machines machines = Machines.onHostsOf(8);
        String vmId = machines.running(VmSize.LARGE);
        machines.destroy(vmId);
        machines.idle();
        String before = machines.kernel.digest();

        machines.destroy(vmId);

        assertThat(machines.kernel.digest()).isEqualTo(before);
    }

    @Test
    void silencesABootThatWasUnderWay() {
        Machines machines = Machines.onHostsOf(8);
        machines.destroy(machines.create(VmSize.LARGE));

        machines.idle();

        assertThat(machines.news).isEmpty();
    }
}
