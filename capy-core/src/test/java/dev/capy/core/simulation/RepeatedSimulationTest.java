package dev.capy.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same seed and the same operations make the same world, down to the last record and entry. */
class RepeatedSimulationTest {

    private static final int STEPS = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20260101})
    void leavesTheSameWorldAfterEveryOperation(long seed) {
        Simulation first = new Simulation(seed);
        Simulation second = new Simulation(seed);

        for (int i = 0; i < STEPS; i++) {
            String operation = first.step();
            assertThat(second.step()).isEqualTo(operation);
            assertThat(second.world.digest()).as(operation).isEqualTo(first.world.digest());
        }
    }

    @Test
    void isNotDisturbedByAnotherWorldBesideIt() {
        List<String> alone = digests(new Simulation(7));
        Simulation world = new Simulation(7);
        Simulation other = new Simulation(8);

        List<String> beside = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            other.step();
            world.step();
            beside.add(world.world.digest());
        }

        assertThat(beside).isEqualTo(alone);
    }

    @Test
    void differsWithAnotherSeed() {
        assertThat(digests(new Simulation(1))).doesNotContainAnyElementsOf(digests(new Simulation(2)));
    }

    private static List<String> digests(Simulation simulation) {
        List<String> digests = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            simulation.step();
            digests.add(simulation.world.digest());
        }
        return digests;
    }
}
