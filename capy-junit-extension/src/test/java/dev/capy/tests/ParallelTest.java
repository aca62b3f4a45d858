package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.tests.samples.OneInstance;
import dev.capy.tests.samples.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class ParallelTest {

    @Test
    void twoThousandTestsAtOnceSeeNobodyElsesWorld() {
        EngineExecutionResults results = InnerRun.of(Parallel.class).parallel(8).execute();

        assertThat(InnerRun.failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(2000);
    }

    @Test
    void oneInstanceCannotHoldTheWorldsOfSeveralTestsAtOnce() {
        EngineExecutionResults results =
                InnerRun.of(OneInstance.class).parallel(2).execute();

        assertThat(InnerRun.failures(results)).singleElement().asString().contains("take their worlds as parameters");
        assertThat(InnerRun.failures(InnerRun.of(OneInstance.class).execute())).isEmpty();
    }
}
