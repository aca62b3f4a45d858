package dev.capy.core.source;

import static dev.capy.core.source.Hub.REPO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Hub hub = Hub.with();

    @Test
    void arePendingUntilTheyComeOut() {
        Check pending = hub.report("main", "build", null);
        assertThat(pending.status()).isEqualTo(Check.Status.PENDING);
        assertThat(pending.completedAt()).isNull();
        hub.kernel.clock().advance(MINUTE);

        Check completed = hub.report("main", "build", Conclusion.SUCCESS);

        assertThat(completed.status()).isEqualTo(Check.Status.COMPLETED);
        assertThat(completed.startedAt()).isEqualTo(CapyClock.EPOCH);
        assertThat(completed.completedAt()).isEqualTo(CapyClock.EPOCH.plus(MINUTE));
        assertThat(hub.checks("main")).containsExactly(completed);
    }

    @Test
    void canStartAnew() {
        hub.report("main", "build", Conclusion.FAILURE);
        hub.kernel.clock().advance(MINUTE);

        Check again = hub.report("main", "build", null);

        assertThat(again.conclusion()).isNull();
        assertThat(again.startedAt()).isEqualTo(CapyClock.EPOCH.plus(MINUTE));
    }

    @Test
    void belongToACommitNotToABranch() {
        String first = hub.head("main").id();
        hub.report(first, "build", Conclusion.SUCCESS);

        hub.commit("main", "a", "a\n");

        assertThat(hub.checks("main")).isEmpty();
        assertThat(hub.kernel.<Checks.State>read(view -> hub.checks.state(view, REPO, first)))
                .isEqualTo(Checks.State.SUCCESS);
    }

    @Test
    void speakTogether() {
        assertThat(hub.state("main")).isEqualTo(Checks.State.NONE);
        hub.report("main", "lint", Conclusion.FAILURE);
        assertThat(hub.state("main")).isEqualTo(Checks.State.FAILURE);
        hub.report("main", "build", null);
        assertThat(hub.state("main")).isEqualTo(Checks.State.PENDING);
        hub.report("main", "lint", Conclusion.SUCCESS);
        hub.report("main", "build", Conclusion.NEUTRAL);
        assertThat(hub.state("main")).isEqualTo(Checks.State.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource
    void failUnlessNobodyNeedsToLook(Conclusion conclusion) {
        hub.report("main", "build", conclusion);

        boolean good = "success neutral skipped".contains(conclusion.word());
        assertThat(hub.state("main")).isEqualTo(good ? Checks.State.SUCCESS : Checks.State.FAILURE);
    }

    @Test
    void speakForAPullRequestByItsHead() {
        hub.branch("capy/x").commit("capy/x", "a", "a\n");
        PullRequest pull = hub.open("capy/x");
        hub.report("capy/x", "build", Conclusion.TIMED_OUT);

        assertThat(hub.kernel.<Checks.State>read(view -> hub.checks.state(view, pull)))
                .isEqualTo(Checks.State.FAILURE);
    }

    @Test
    void tellOfThemselves() {
        hub.report("main", "build", null);
        hub.report("main", "build", Conclusion.SUCCESS);

        CheckReported told = new CheckReported(REPO, hub.head("main").id());
        assertThat(hub.news).containsExactly(told, told);
    }

    @Test
    void needANameAndACommit() {
        assertThatThrownBy(() -> hub.report("main", " ", null))
                .isInstanceOf(Invalid.class)
                .hasMessage("The name of a check must not be blank");
        assertThatThrownBy(() -> hub.report("nope", "build", null))
                .isInstanceOf(NotFound.class)
                .hasMessage("acme/app has no branch and no commit nope");
    }
}
