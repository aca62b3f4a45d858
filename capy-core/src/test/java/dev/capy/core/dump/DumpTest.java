package dev.capy.core.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.vm.VmShape;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DumpTest {

    @Test
    void theSameWorldMakesTheSameBytes() {
        assertThat(busy(7).dump().json()).isEqualTo(busy(7).dump().json());
    }

    @Test
    void anotherSeedMakesOthers() {
        assertThat(busy(7).dump()).isNotEqualTo(busy(8).dump());
    }

    @Test
    void aDumpThatIsReadIsTheDumpThatWasWritten() {
        WorldDump dump = busy(7).dump();

        assertThat(WorldDump.parse(dump.json())).isEqualTo(dump).hasSameHashCodeAs(dump);
    }

    @Test
    void aRestoredWorldIsDumpedToTheSameBytes() {
        WorldDump dump = busy(7).dump();

        assertThat(CapyWorld.builder().restore(dump).build().dump()).isEqualTo(dump);
    }

    @Test
    void seedTimeModeAndPendingEntriesAreTheDumps() {
        CapyWorld world = busy(-42);
        world.clock().mode(ClockMode.ON_POLL);

        CapyWorld restored = CapyWorld.builder().seed(1).restore(world.dump()).build();

        assertThat(restored.seed()).isEqualTo(-42);
        assertThat(restored.clock().now()).isEqualTo(world.clock().now());
        assertThat(restored.clock().mode()).isEqualTo(ClockMode.ON_POLL);
        assertThat(restored.clock().pending())
                .isEqualTo(world.clock().pending())
                .isNotEmpty();
    }

    @Test
    void seedsThatOthersWouldRoundSurvive() {
        CapyWorld world = CapyWorld.builder().seed(Long.MIN_VALUE + 1).build();

        CapyWorld restored = CapyWorld.builder().restore(reread(world)).build();

        assertThat(restored.seed()).isEqualTo(Long.MIN_VALUE + 1);
    }

    @Test
    void settingsAreTheDumps() {
        CapyWorld world = CapyWorld.builder()
                .fixture(Fixture.demo().settings(settings -> settings.hosts(1, new VmShape(1, 1, 1))))
                .build();

        CapyWorld restored = CapyWorld.builder().restore(reread(world)).build();
        String vm = restored.write(tx -> restored.hypervisor()
                .create(tx, "test", VmSize.HYPER, FileTree.EMPTY)
                .id());

        assertThat(restored.read(view -> restored.hypervisor().find(view, vm).orElseThrow())
                        .state()
                        .name())
                .isEqualTo("FAILED");
    }

    @Test
    void machinesThatShareADiskCostOneDisk() {
        CapyWorld world = CapyWorld.builder().build();
        FileTree disk = FileTree.EMPTY.with("/home/big", FileNode.of("x".repeat(1_000_000)));
        world.write(tx -> {
            for (int i = 0; i < 100; i++) {
                world.hypervisor().create(tx, "test", VmSize.SMALL, disk);
            }
            return true;
        });

        assertThat(world.dump().json().length()).isLessThan(1_200_000);
    }

    private static WorldDump reread(CapyWorld world) {
        return WorldDump.parse(world.dump().json());
    }

    private static CapyWorld busy(long seed) {
        CapyWorld world = CapyWorld.builder().seed(seed).build();
        world.as("capy_demo").startThread("proj_demo", "Add a login page — with 🙂 and \"quotes\".");
        world.clock().advance(Duration.ofSeconds(40));
        return world;
    }
}
