package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.tests.samples.LeavingAServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.testkit.engine.EngineExecutionResults;

@Isolated("other tests' servers have threads too")
class LeftThreadsTest {

    @Test
    void areNamedWhenTheyOutliveAllTests() {
        EngineExecutionResults results = InnerRun.of(LeavingAServer.class)
                .with("capy.leak-check", "true")
                .execute();
        LeavingAServer.LEFT.get().close();

        assertThat(InnerRun.failures(results))
                .singleElement()
                .asString()
                .contains("All tests have ended, and left something behind")
                .containsOnlyOnce("threads capy-http-");
    }

    @Test
    void areNoneWhereEveryServerIsClosed() {
        assertThat(InnerRun.failures(InnerRun.of(CapyTestTest.class)
                        .with("capy.leak-check", "true")
                        .execute()))
                .isEmpty();
    }
}
