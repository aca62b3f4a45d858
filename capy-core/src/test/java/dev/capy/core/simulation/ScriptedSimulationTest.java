package dev.capy.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many worlds whose agents follow random scripts. More of them, or other ones, with
 * {@code -Dcapy.scripts.seeds=5000 -Dcapy.scripts.first=1}.
 */
class ScriptedSimulationTest {

    private static final int FIRST = Integer.getInteger("capy.scripts.first", 1);
    private static final int SEEDS = Integer.getInteger("capy.scripts.seeds", 1_000);
    private static final int BATCH = 50;

    @Test
    void everyOutcomeIsAmongThem() {
        Set<String> outcomes = new TreeSet<>();
        for (int seed = 1; seed <= 200; seed++) {
            ScriptedSimulation simulation = new ScriptedSimulation(seed);
            simulation.run();
            outcomes.addAll(simulation.outcomes());
        }

        assertThat(outcomes)
                .contains("thread ready", "thread blocked", "thread archived")
                .contains("task needs_review", "task error", "task backlog", "task completed")
                .contains("pull request open", "pull request merged")
                .contains("review completed", "review failed");
    }

    static IntStream batches() {
        return IntStream.range(0, (SEEDS + BATCH - 1) / BATCH).map(batch -> FIRST + batch * BATCH);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void everythingComesToRestAndNothingIsLost(int first) {
        for (int seed = first; seed < Math.min(first + BATCH, FIRST + SEEDS); seed++) {
            ScriptedSimulation simulation = new ScriptedSimulation(seed);
            assertThatCode(simulation::run).as("seed %s", seed).doesNotThrowAnyException();
        }
    }
}
