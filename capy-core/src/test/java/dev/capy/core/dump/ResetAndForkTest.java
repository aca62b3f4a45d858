package dev.capy.core.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.vm.VmShape;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResetAndForkTest {

    @Test
    void aResetWorldIsAsItWasAtItsBeginning() {
        CapyWorld world = CapyWorld.builder().seed(4).build();
        String beginning = world.digest();
        live(world);
        world.clock().mode(ClockMode.ON_POLL);

        world.reset();

        assertThat(world.digest()).isEqualTo(beginning);
        assertThat(world.clock().now()).isEqualTo(CapyClock.EPOCH);
        assertThat(world.clock().mode()).isEqualTo(ClockMode.MANUAL);
        assertThat(world.clock().isIdle()).isTrue();
    }

    @Test
    void aResetWorldLivesTheSameLifeAgain() {
        CapyWorld world = CapyWorld.builder().seed(4).build();
        live(world);
        String first = world.digest();

        world.reset();
        live(world);

        assertThat(world.digest()).isEqualTo(first);
    }

    @Test
    void aRestoredWorldIsResetToItsDump() {
        CapyWorld world = CapyWorld.builder().seed(4).build();
        live(world);
        CapyWorld restored = CapyWorld.builder().restore(world.dump()).build();
        live(restored);

        restored.reset();

        assertThat(restored.dump()).isEqualTo(world.dump());
    }

    @Test
    void aWorldThatTookADumpIsResetToItsFixture() {
        CapyWorld world = CapyWorld.builder().seed(4).build();
        String beginning = world.digest();
        CapyWorld other = CapyWorld.builder()
                .seed(5)
                .fixture(Fixture.demo().settings(settings -> settings.hosts(1, new VmShape(8, 16, 100))))
                .build();
        live(other);

        world.restore(other.dump());
        assertThat(world.dump()).isEqualTo(other.dump());
        assertThat(world.seed()).isEqualTo(5);

        world.reset();
        assertThat(world.digest()).isEqualTo(beginning);
        assertThat(world.seed()).isEqualTo(4);
    }

    @Test
    void aForkAndItsWorldShareNothing() {
        CapyWorld world = CapyWorld.builder().seed(4).build();
        live(world);
        String before = world.digest();

        CapyWorld fork = world.fork();
        live(fork);

        assertThat(world.digest()).isEqualTo(before);
        assertThat(fork.digest()).isNotEqualTo(before);
        live(world);
        assertThat(fork.digest()).isEqualTo(world.digest());
    }

    private static void live(CapyWorld world) {
        world.as("capy_demo").startThread("proj_demo", "Add a login page.");
        world.clock().advance(Duration.ofMinutes(2));
    }
}
