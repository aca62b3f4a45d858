package dev.capy.core.capx.simulation;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random companies for 30 days each, watched at every step. More of them, or other ones, with
 * {@code -Dcapy.capx.seeds=1000 -Dcapy.capx.first=1}.
 */
class CompanySimulationTest {

    private static final long FIRST = Long.getLong("capy.capx.first", 1);
    private static final int SEEDS = Integer.getInteger("capy.capx.seeds", 100);

    @TestFactory
    Stream<DynamicTest> nothingBreaksWhateverHappens() {
        return LongStream.range(FIRST, FIRST + SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> new CompanySimulation(seed).run()));
    }
}
