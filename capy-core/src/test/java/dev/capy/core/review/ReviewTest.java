package dev.capy.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.script.CaptainStep.Awaited;
import dev.capy.core.script.FindingType;
import dev.capy.core.script.Origin;
import dev.capy.core.script.ReviewSteps;
import dev.capy.core.script.Script;
import dev.capy.core.script.Severity;
import dev.capy.core.script.When;
import dev.capy.core.source.MergeMethod;
import dev.capy.core.source.PullRequest;
import dev.capy.core.thread.RunState;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTest {

    private static final Fixture PULL = Fixture.demo()
            .script(Script.captain(
                    "opener",
                    When.prompt("Add"),
                    captain -> captain.delegate(
                                    "Add a file",
                                    "Add it.",
                                    build -> build.create("src/a.js", "one\ntwo\n")
                                            .commit("A")
                                            .openPullRequest())
                            .waitForTasks()));

    @Test
    void saysSomethingPlausibleUnlessItIsScripted() {
        Story story = Story.of(PULL, "Add a file.").untilIdle();

        Review review = review(story);

        assertThat(review.status()).isEqualTo(Review.Status.COMPLETED);
        assertThat(review.summary()).isEqualTo("Add a file: 1 files, +2 -0. Nothing to object to.");
        assertThat(review.findings()).isEmpty();
        assertThat(review.work().script()).isNull();
    }

    @Test
    void findsWhatItIsScriptedToFind() {
        Review review = scripted(steps -> steps.summarize("Adds {{files}} file.")
                .finding(FindingType.BUG, Severity.HIGH, "src/a.js", 2, "Off by one."));

        assertThat(review.summary()).isEqualTo("Adds 1 file.");
        assertThat(review.findings())
                .containsExactly(new Review.Finding(FindingType.BUG, Severity.HIGH, "src/a.js", 2, "Off by one."));
        assertThat(review.work().script()).isEqualTo("reviewer");
    }

    @Test
    void failsOnAFindingWhereThereIsNothing() {
        assertThat(scripted(steps -> steps.finding(FindingType.BUG, Severity.LOW, "README.md", 1, "?"))
                        .failure())
                .isEqualTo("the pull request does not change README.md; it changes src/a.js");
        assertThat(scripted(steps -> steps.finding(FindingType.BUG, Severity.LOW, "src/a.js", 3, "?"))
                        .failure())
                .isEqualTo("src/a.js has no line 3; it has 2");
    }

    @Test
    void failsAsItIsTold() {
        Review review = scripted(steps -> steps.summarize("So far.").fail("I am tired."));

        assertThat(review.status()).isEqualTo(Review.Status.FAILED);
        assertThat(review.failure()).isEqualTo("I am tired.");
        assertThat(review.summary()).isEqualTo("So far.");
    }

    @Test
    void hasAMediumMachineWithNothingButTheCheckout() {
        Story story = Story.of(PULL, "Add a file.").untilIdle();
        Review review = start(story);
        String vmId = review.work().machine();

        story.until(() -> story.world()
                        .read(view -> story.world().reviews().find(view, review.id()))
                        .orElseThrow()
                        .work()
                        .provisioningId()
                == null);

        Vm vm = story.vm(vmId).orElseThrow();
        assertThat(vm.size()).isEqualTo(VmSize.MEDIUM);
        assertThat(vm.files().file("/home/app/src/a.js")).isPresent();
        assertThat(vm.files().file("/home/.env")).isEmpty();
        story.untilIdle();
        assertThat(story.vm(vmId)).isEmpty();
    }

    @Test
    void isMeteredAsItsOwnRun() {
        Story story = Story.of(PULL, "Add a file.").untilIdle();
        Review review = review(story);

        var cost = story.world().read(view -> story.world().usage().of(view, review.id()));

        assertThat(cost.llmDollars()).isPositive();
        assertThat(cost.vmDollars()).isPositive();
    }

    @Test
    void endsWhenItsMachineIsLost() {
        Story story = Story.of(PULL, "Add a file.").untilIdle();
        Review review = start(story);
        String host = story.vm(review.work().machine()).orElseThrow().hostId();

        story.world().write(tx -> {
            story.world().hypervisor().crash(tx, String.valueOf(host));
            return true;
        });
        story.untilIdle();

        assertThat(story.world()
                        .read(view -> story.world().reviews().find(view, review.id()))
                        .orElseThrow()
                        .failure())
                .contains("crashed");
    }

    @Test
    void isRefusedForAPullRequestThatIsNotOpen() {
        Story story = Story.of(PULL, "Add a file.").untilIdle();
        story.world().write(tx -> story.world().pullRequests().close(tx, "acme/app", 1));

        assertThatThrownBy(() -> start(story))
                .isInstanceOf(Conflict.class)
                .hasMessage("A pull request that is closed cannot be reviewed");
    }

    @ParameterizedTest
    @EnumSource
    void looksAtThePullRequestAsItWasWhenItIsMergedMeanwhile(MergeMethod method) {
        Story story = Story.of(PULL, "Add a file.").untilIdle();
        Review started = start(story);

        story.world().surroundings().merge("acme/app", 1, method);
        story.untilIdle();

        assertThat(story.world().surroundings().review(started.id()).summary())
                .isEqualTo("Add a file: 1 files, +2 -0. Nothing to object to.");
    }

    @Test
    void isAskedForByACaptainThatWaitsForIt() {
        Fixture fixture = Fixture.demo()
                .script(Script.captain(
                        "opener",
                        When.ALWAYS,
                        captain -> captain.delegate(
                                        "Add a file",
                                        "Add it.",
                                        build -> build.create("a.txt", "a\n")
                                                .commit("A")
                                                .openPullRequest())
                                .waitForTasks()
                                .waitFor(Awaited.REVIEW)
                                .say("Reviewed.")));
        Story story = Story.of(fixture, "Add a file.");
        story.until(() -> story.thread().run().waitingOn().contains("review"));
        assertThat(story.state()).isEqualTo(RunState.WAITING);

        story.untilIdle();

        assertThat(story.said().get(0)).isEqualTo("Reviewed.");
        assertThat(reviews(story)).hasSize(1);
    }

    @Test
    void isOverForACaptainThatWaitsForItEvenWhenThereAreNewerCommits() {
        Story story = Story.of(
                PULL.script(
                        Script.captain(
                                "waiter",
                                When.ALWAYS,
                                captain -> captain.waitFor(Awaited.REVIEW).say("Reviewed.")),
                        Script.review("slow", When.ALWAYS, review -> review.think(Duration.ofHours(1)))),
                "Add a file.");
        story.untilIdle();
        story.owner().send(story.id(), "Wait.");
        story.until(RunState.WAITING);

        story.world().write(tx -> story.world().tasks().message(tx, story.task().id(), "One more commit."));
        story.untilIdle();

        assertThat(story.said().get(0)).isEqualTo("Reviewed.");
        assertThat(reviews(story)).hasSize(1);
        story.owner().send(story.id(), "Wait again.");
        story.untilIdle();
        assertThat(reviews(story)).as("now its newest commit is reviewed").hasSize(2);
    }

    private static Review scripted(UnaryOperator<ReviewSteps> steps) {
        return review(Story.of(PULL.script(Script.review("reviewer", When.ALWAYS, steps)), "Add a file.")
                .untilIdle());
    }

    private static Review review(Story story) {
        Review started = start(story);
        story.untilIdle();
        return story.world()
                .read(view -> story.world().reviews().find(view, started.id()))
                .orElseThrow();
    }

    private static Review start(Story story) {
        NewReview wanted = new NewReview("proj_demo", "user_owner", Origin.WEB, List.of());
        return story.world().write(tx -> story.world().reviews().start(tx, wanted, pull(story)));
    }

    private static PullRequest pull(Story story) {
        return story.world().read(view -> story.world().pullRequests().get(view, "acme/app", 1));
    }

    private static List<Review> reviews(Story story) {
        return story.world()
                .read(view -> story.world()
                        .reviews()
                        .of(view, pull(story))
                        .oldestFirst()
                        .toList());
    }
}
