package dev.capy.tests;

import static dev.capy.junit.CapyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.tests.samples.Failing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class FailureReportTest {

    private static final Pattern RESTORE =
            Pattern.compile("CapyWorld\\.builder\\(\\)\\.restore\\(.*Path\\.of\\(\"(.*)\"\\).*\\.build\\(\\)");

    @TempDir
    static Path dumps;

    private static EngineExecutionResults results;

    @BeforeAll
    static void run() {
        results = InnerRun.of(Failing.class)
                .with("capy.dump-dir", dumps.toString())
                .execute();
    }

    @Test
    void saysWhatTheWorldWasLike() {
        Throwable failure = InnerRun.failure(results, "expectsTooMuch");

        assertThat(failure).hasMessageContaining("to be ready").hasMessageContaining("running at 2026-01-01T00:00:00Z");
        assertThat(report(failure))
                .contains(
                        "seed 42, edition 2026-06",
                        "clock at 2026-01-01T00:00:00Z MANUAL",
                        "captain's turn in thread",
                        "0 requests");
    }

    @Test
    void showsTheLastTenRequests() {
        assertThat(report(InnerRun.failure(results, "asksTooOften")))
                .contains("12 requests, the last 10 of them:", "#3 GET /api/v1/threads/no-3 -> 404", "no-12 -> 404")
                .doesNotContain("no-2 ");
    }

    @Test
    void givesALineThatBringsTheWorldBack() throws IOException {
        Matcher restore = RESTORE.matcher(report(InnerRun.failure(results, "expectsTooMuch")));

        assertThat(restore.find()).isTrue();
        Path file = Path.of(restore.group(1));
        assertThat(file).startsWith(dumps).content().contains("Add a page.");
        CapyWorld world = CapyWorld.builder()
                .restore(WorldDump.parse(Files.readString(file)))
                .build();
        world.clock().runUntilIdle();
        assertThat(world).task("DEMO-1").needsReview();
    }

    @Test
    void comesWithDynamicTestsAndPreparationsToo() {
        assertThat(report(InnerRun.failure(results, "makesATestThatFails"))).contains("seed 42");
        assertThat(report(InnerRun.failure(results, "isNeverReached"))).contains("seed 42");
    }

    @Test
    void isPublishedOnceForEachFailureAndNotForWhatIsAborted() {
        List<String> published = results.allEvents()
                .reportingEntryPublished()
                .map(event -> String.valueOf(event.getPayload().orElseThrow()))
                .toList();

        assertThat(published).hasSize(5).allSatisfy(entry -> assertThat(entry).contains("capy", "seed 42"));
    }

    @Test
    void saysWhatCanBeFilledIn() {
        assertThat(InnerRun.failure(results, "wantsWhatThereIsNot"))
                .rootCause()
                .hasMessageContaining("must be one of [CapyClock, CapyServer, CapyWorld, Clock, ServedWorld, URI]");
    }

    private static String report(Throwable failure) {
        assertThat(failure.getSuppressed()).hasSize(1);
        return failure.getSuppressed()[0].toString();
    }
}
