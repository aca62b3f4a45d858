package dev.capy.core.simulation;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Many worlds to which random things happen, each watched at every commit. More of them, or other ones, with
 * {@code -Dcapy.simulation.seeds=5000 -Dcapy.simulation.operations=10000 -Dcapy.simulation.first=1}.
 */
class SimulationTest {

    private static final long FIRST = Long.getLong("capy.simulation.first", 1);
    private static final int SEEDS = Integer.getInteger("capy.simulation.seeds", 200);
    private static final int OPERATIONS = Integer.getInteger("capy.simulation.operations", 2000);

    @TestFactory
    Stream<DynamicTest> nothingBreaksWhateverHappens() {
        return LongStream.range(FIRST, FIRST + SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new Simulation(seed).run(OPERATIONS)));
    }
}
