package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.tests.samples.Failing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class FailureReportTest {

    private static final EngineExecutionResults RESULTS = EngineTestKit.engine("junit-jupiter")
            .selectors(DiscoverySelectors.selectClass(Failing.class))
            .execute();

    @Test
    void saysWhatTheWorldWasLike() {
        Throwable failure = failure("expectsTooMuch");

        assertThat(failure).hasMessageContaining("to be ready").hasMessageContaining("running at 2026-01-01T00:00:00Z");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(report -> assertThat(report.toString())
                        .contains(
                                "seed 42, edition 2026-06",
                                "clock at 2026-01-01T00:00:00Z MANUAL",
                                "captain's turn in thread"));
    }

    @Test
    void isPublishedToo() {
        List<String> published = RESULTS.allEvents()
                .reportingEntryPublished()
                .map(event -> String.valueOf(event.getPayload().orElseThrow()))
                .toList();

        assertThat(published).hasSize(2).allSatisfy(entry -> assertThat(entry).contains("capy", "seed 42"));
    }

    @Test
    void saysWhatCanBeFilledIn() {
        assertThat(failure("wantsWhatThereIsNot"))
                .rootCause()
                .hasMessageContaining("must be one of [CapyClock, CapyServer, CapyWorld, Clock, URI]");
    }

    private static Throwable failure(String method) {
        return RESULTS.testEvents()
                .finished()
                .filter(event -> event.getTestDescriptor().getDisplayName().startsWith(method))
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .findFirst()
                .orElseThrow();
    }
}
