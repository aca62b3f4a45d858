package dev.capy.core.source;

import static dev.capy.core.source.Conclusion.FAILURE;
import static dev.capy.core.source.Conclusion.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.Entry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContinuousIntegrationTest {

    private static final Duration NOMINAL = Duration.ofMinutes(2);

    private final Hub hub = Hub.with(
                    new CiJob("test", NOMINAL, List.of(FAILURE, SUCCESS)),
                    new CiJob("lint", Duration.ofSeconds(20), List.of(SUCCESS)))
            .branch("capy/x");

    private void untilIdle() {
        hub.kernel.clock().runUntilIdle();
    }

    private @Nullable Conclusion test(String branch) {
        return hub.checks(branch).stream()
                .filter(check -> check.name().equals("test"))
                .findFirst()
                .orElseThrow()
                .conclusion();
    }

    @Test
    void runsNothingWithoutAPullRequest() {
        hub.commit("capy/x", "a", "a\n");

        assertThat(hub.checks("capy/x")).isEmpty();
        assertThat(hub.kernel.clock().pending()).isEmpty();
    }

    @Test
    void runsEveryJobWhenAPullRequestIsOpened() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");

        assertThat(hub.checks("capy/x")).extracting(Check::name).containsExactly("test", "lint");
        assertThat(hub.state("capy/x")).isEqualTo(Checks.State.PENDING);
        assertThat(hub.kernel.clock().pending())
                .hasSize(2)
                .allMatch(Entry::foreground)
                .extracting(Entry::name)
                .contains("ci job test of acme/app@" + hub.head("capy/x").id());
        untilIdle();

        Check test = hub.checks("capy/x").get(0);
        assertThat(Duration.between(test.startedAt(), test.completedAt()))
                .isBetween(
                        NOMINAL.multipliedBy(8).dividedBy(10),
                        NOMINAL.multipliedBy(12).dividedBy(10))
                .isNotEqualTo(NOMINAL);
        assertThat(hub.state("capy/x")).isEqualTo(Checks.State.FAILURE);
    }

    @Test
    void runsAnewForEachCommitAndRepeatsTheLastConclusion() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");
        untilIdle();
        SourceCommit failed = hub.head("capy/x");

        for (String text : List.of("second\n", "third\n")) {
            hub.commit("capy/x", "a", text);
            untilIdle();
            assertThat(test("capy/x")).isEqualTo(SUCCESS);
            assertThat(hub.state("capy/x")).isEqualTo(Checks.State.SUCCESS);
        }
        assertThat(hub.kernel.<List<Check>>read(view -> hub.checks.of(view, Hub.REPO, failed.id())))
                .extracting(Check::conclusion)
                .containsExactly(FAILURE, SUCCESS);
    }

    @Test
    void countsTheRunsOfEachBranch() {
        hub.branch("capy/y");
        for (String branch : List.of("capy/x", "capy/y")) {
            hub.commit(branch, branch, "x\n");
            hub.open(branch);
            untilIdle();
            assertThat(test(branch)).isEqualTo(FAILURE);
        }
    }

    @Test
    void runsAgainWhenAPullRequestIsOpenedAgain() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");
        untilIdle();
        hub.close(1);
        hub.reopen(1);

        assertThat(test("capy/x")).isNull();
        untilIdle();
        assertThat(test("capy/x")).isEqualTo(SUCCESS);
    }

    @Test
    void doesNotRunBesideItself() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");
        hub.close(1);
        hub.reopen(1);

        assertThat(hub.kernel.clock().pending()).hasSize(2);
        untilIdle();
        assertThat(test("capy/x")).isEqualTo(FAILURE);
    }

    @Test
    void runsNoMoreForAClosedPullRequest() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");
        hub.close(1);
        hub.commit("capy/x", "a", "second\n");

        assertThat(hub.checks("capy/x")).isEmpty();
        untilIdle();
    }

    @Test
    void leavesAloneWhatSomebodyReportedMeanwhile() {
        hub.commit("capy/x", "a", "a\n");
        hub.open("capy/x");
        hub.report("capy/x", "test", Conclusion.CANCELLED);
        untilIdle();

        assertThat(test("capy/x")).isEqualTo(Conclusion.CANCELLED);
    }

    @Test
    void isPartOfAFixture() {
        CapyWorld world = CapyWorld.builder()
                .fixture(Fixture.empty()
                        .repository("acme/app", repository -> repository.ci("test", NOMINAL, FAILURE, SUCCESS)))
                .build();

        assertThat(world.<List<CiJob>>read(view -> world.sources()
                        .repository(view, "acme/app")
                        .orElseThrow()
                        .ci()))
                .containsExactly(new CiJob("test", NOMINAL, List.of(FAILURE, SUCCESS)));
    }
}
