package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.tests.samples.Leaking;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class LeakCheckTest {

    @Test
    void namesWorldsAndRequestsThatAreLeftBehind() {
        EngineExecutionResults results =
                InnerRun.of(Leaking.class).with("capy.leak-check", "true").execute();

        assertThat(InnerRun.failure(results, "leavesAWorldOpen"))
                .hasMessageContaining("The test has ended, and left something behind")
                .hasMessageMatching(
                        "(?s).*world [0-9a-f-]{36} of http://127.0.0.1:\\d+ was opened, and never closed.*");
        assertThat(InnerRun.failure(results, "leavesARequestUnanswered"))
                .hasMessageContaining("#1 GET /api/v1/projects -> PENDING has no answer yet");
        assertThat(InnerRun.failure(results, "failsAndLeavesAWorldOpen")).hasMessage("on purpose");
        assertThat(results.testEvents().failed().count()).isEqualTo(3);
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
