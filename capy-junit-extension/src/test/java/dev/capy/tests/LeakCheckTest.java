package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.tests.samples.Leaking;
import dev.capy.tests.samples.LeavingAServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.testkit.engine.EngineExecutionResults;

@Isolated("other tests' servers have threads too")
class LeakCheckTest {

    @Test
    void namesWorldsAndRequestsThatAreLeftBehind() {
        EngineExecutionResults results =
                InnerRun.of(Leaking.class).with("capy.leak-check", "true").execute();

        assertThat(InnerRun.failure(results, "leavesAWorldOpen"))
                .hasMessageContaining("it left something behind")
                .hasMessageMatching(
                        "(?s).*world [0-9a-f-]{36} of http://127.0.0.1:\\d+ was opened, and never closed.*");
        assertThat(InnerRun.failure(results, "leavesARequestUnanswered"))
                .hasMessageContaining("#1 GET /api/v1/projects -> PENDING has no answer yet");
        assertThat(InnerRun.failure(results, "failsAndLeavesAWorldOpen")).hasMessage("on purpose");
        assertThat(InnerRun.failures(results)).hasSize(3);
    }

    @Test
    void namesThreadsThatOutliveAllTests() {
        EngineExecutionResults results = InnerRun.of(LeavingAServer.class)
                .with("capy.leak-check", "true")
                .execute();
        LeavingAServer.LEFT.get().close();

        assertThat(InnerRun.failures(results))
                .singleElement()
                .asString()
                .contains("All tests have ended, and they left something behind", "threads capy-http-");
    }

    @Test
    void findsNothingWhereNothingIsLeft() {
        assertThat(InnerRun.failures(InnerRun.of(CapyTestTest.class)
                        .with("capy.leak-check", "true")
                        .execute()))
                .isEmpty();
    }

    @Test
    void canBeLeftOut() {
        assertThat(InnerRun.failures(InnerRun.of(Leaking.class)
                        .with("capy.leak-check", "false")
                        .execute()))
                .singleElement()
                .asString()
                .contains("on purpose");
    }
}
