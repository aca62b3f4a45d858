package dev.capy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.review.Review;
import dev.capy.core.script.CaptainStep.Awaited;
import dev.capy.core.script.CaptainStep.Obstacle;
import dev.capy.core.script.Origin;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.source.Conclusion;
import dev.capy.core.source.MergeMethod;
import dev.capy.core.source.PullRequest;
import dev.capy.core.task.CommandRun;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.NewThread;
import dev.capy.core.thread.RunState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private static final Script OPENER = Script.captain(
            "opener",
            When.prompt("Add"),
            captain -> captain.delegate(
                            "Add a file",
                            "Add it.",
                            build -> build.create("a.txt", "a\n")
                                    .run("echo checked")
                                    .commit("A")
                                    .openPullRequest())
                    .waitForTasks()
                    .waitFor(Awaited.CI)
                    .say("CI is done."));

    @Test
    void ciDecidesWhenACaptainGoesOn() {
        Story story = Story.of(Fixture.demo().script(OPENER), "Add a file.").untilIdle();
        assertThat(story.thread().run().waitingOn()).containsExactly("ci");
        Surroundings surroundings = story.world().surroundings();
        String branch = story.task().branch();

        surroundings.check("acme/app", branch, "build", null);
        surroundings.check("acme/app", branch, "test", Conclusion.SUCCESS);
        assertThat(story.untilIdle().state()).isEqualTo(RunState.WAITING);

        surroundings.check("acme/app", branch, "build", Conclusion.FAILURE);
        assertThat(story.untilIdle().said().get(0)).isEqualTo("CI is done.");
    }

    @Test
    void aMergeIsTheEndOfWaitingForCi() {
        Story story = Story.of(Fixture.demo().script(OPENER), "Add a file.").untilIdle();

        PullRequest merged = story.world().surroundings().merge("acme/app", 1, MergeMethod.FAST_FORWARD);

        assertThat(merged.state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(story.untilIdle().state()).isEqualTo(RunState.READY);
        assertThat(story.task().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aDraftIsMarkedReadyAndAClosedOneOpenedAgain() {
        Story story = Story.of(Fixture.demo(), "Add a file.").untilIdle();
        Surroundings surroundings = story.world().surroundings();
        story.world()
                .write(tx ->
                        story.world().tasks().openPullRequest(tx, story.task().id(), null, null, true));

        assertThat(surroundings.markReady("acme/app", 1).draft()).isFalse();
        surroundings.close("acme/app", 1);
        assertThat(surroundings.reopen("acme/app", 1).state()).isEqualTo(PullRequest.State.OPEN);
        assertThat(surroundings.merge("acme/app", 1, MergeMethod.SQUASH).state())
                .isEqualTo(PullRequest.State.MERGED);
    }

    @Test
    void threadsComeFromElsewhere() {
        Fixture fixture = Fixture.demo()
                .script(Script.captain(
                        "slack", When.ALWAYS.from(Origin.SLACK), captain -> captain.say("Hello, Slack.")));
        CapyWorld world = Story.world(fixture);

        CaptainThread thread = world.surroundings()
                .startThread(
                        "capy_demo_member", NewThread.of("proj_demo", "Hello.").from(Origin.SLACK));

        assertThat(thread.origin()).isEqualTo(Origin.SLACK);
        assertThat(thread.authorId()).isEqualTo("user_member");
        assertThat(world.as("capy_demo").messages(thread.id()).get(0).content()).isEqualTo("Hello, Slack.");
    }

    @Test
    void scriptsCanBeAddedWhileTheWorldGoesOn() {
        CapyWorld world = Story.world(Fixture.demo());

        world.surroundings()
                .script(
                        Script.captain("blocked", When.ALWAYS, captain -> captain.block(Obstacle.AUTH)),
                        Script.captain("never", When.ALWAYS, captain -> captain.say("Never.")));
        CaptainThread thread = world.as("capy_demo").startThread("proj_demo", "Hello.");

        assertThat(thread.runState()).isEqualTo(RunState.BLOCKED);
        assertThat(world.surroundings().unblock(thread.id()).runState()).isNotEqualTo(RunState.BLOCKED);
        assertThat(world.surroundings().unusedScripts()).containsExactly("never");
    }

    @Test
    void eitherAllScriptsAreAddedOrNone() {
        CapyWorld world = Story.world(Fixture.demo());

        assertThatThrownBy(() -> world.surroundings()
                        .script(
                                Script.captain("a", When.ALWAYS, captain -> captain.say("A")),
                                Script.captain("a", When.ALWAYS, captain -> captain.say("B"))))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> world.surroundings()
                        .script(Script.captain("b", When.project("nowhere"), captain -> captain.say("B"))))
                .isInstanceOf(NotFound.class);

        assertThat(world.surroundings().unusedScripts()).isEmpty();
    }

    @Test
    void aReviewCanBeAskedFor() {
        Story story = Story.of(Fixture.demo().script(OPENER), "Add a file.").untilIdle();
        Surroundings surroundings = story.world().surroundings();

        Review asked = surroundings.review("capy_demo", "acme/app", 1);
        story.untilIdle();

        assertThat(surroundings.review(asked.id()).status()).isEqualTo(Review.Status.COMPLETED);
        assertThat(surroundings.reviews("acme/app", 1)).containsExactly(surroundings.review(asked.id()));
        assertThatThrownBy(() -> surroundings.review("capy_demo", "acme/app", 2))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> surroundings.review("no such review")).isInstanceOf(NotFound.class);
    }

    @Test
    void commandsOfARunAreOnRecord() {
        Story story = Story.of(Fixture.demo().script(OPENER), "Add a file.").untilIdle();
        Surroundings surroundings = story.world().surroundings();

        List<CommandRun> commands =
                surroundings.commands(surroundings.runs("DEMO-1").get(0).id());

        assertThat(commands).singleElement().satisfies(run -> {
            assertThat(run.command()).isEqualTo("echo checked");
            assertThat(Objects.requireNonNull(run.ending()).stdout()).isEqualTo("checked\n");
        });
    }

    @Test
    void hostsCrashAndMoneyRunsOut() {
        Story story = Story.of(Fixture.demo(), "Add a file.");
        Surroundings surroundings = story.world().surroundings();

        surroundings.crash(
                Objects.requireNonNull(story.captainVm().orElseThrow().hostId()));
        story.untilIdle();
        assertThat(story.said().get(0)).contains("crashed");

        surroundings.capSpending("org_demo", BigDecimal.ZERO);
        assertThatThrownBy(() -> story.beside("More.")).hasMessageContaining("spend cap");
    }
}
