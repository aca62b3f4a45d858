package dev.capy.core.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileTree;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Disks are copied on write: a snapshot is the very same tree. */
class SharedDiskTest {

    private static final int MANY = 10_000;

    private final Machines machines = Machines.on(VmSettings.hosts(MANY / 16, new VmShape(64, 256, 4096)));

    @Test
    void costNothingToSnapshotAndToRestore() {
        String original = machines.running(VmSize.MEDIUM);
        machines.write(original, "/home/notes", "second\n");
        FileTree snapshot = machines.disk(original);

        List<Vm> restored = machines.kernel.write(tx -> IntStream.range(0, MANY)
                .mapToObj(i -> machines.hypervisor.create(tx, "restored", VmSize.MEDIUM, snapshot))
                .toList());

        assertThat(restored).allMatch(vm -> vm.files() == snapshot);
        assertThat(restored).allMatch(vm -> machines.disk(vm.id()) == snapshot);
    }

    @Test
    void shareAllThatAChangeDoesNotTouch() {
        String one = machines.running(VmSize.SMALL);
        String other = machines.running(VmSize.SMALL);

        machines.write(one, "/home/notes", "mine\n");

        assertThat(machines.text(one, "/home/notes")).hasValue("mine\n");
        assertThat(machines.text(other, "/home/notes")).hasValue("first\n");
        assertThat(machines.disk(other)).isSameAs(Machines.DISK);
        assertThat(machines.disk(one).directory("/usr").orElseThrow())
                .isSameAs(machines.disk(other).directory("/usr").orElseThrow());
    }

    @Test
    void takeAWholeTreeAtOnce() {
        String one = machines.running(VmSize.SMALL);

        machines.kernel.write(tx -> {
            machines.hypervisor.mount(tx, one, "/home/app", Machines.DISK);
            return true;
        });

        assertThat(machines.disk(one).directory("/home/app").orElseThrow()).isSameAs(Machines.DISK.root());
    }
}
