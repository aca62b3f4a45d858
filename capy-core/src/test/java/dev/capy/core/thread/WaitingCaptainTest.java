package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.script.CaptainStep.Awaited;
import dev.capy.core.script.CaptainStep.Obstacle;
import dev.capy.core.script.CaptainSteps;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmState;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitingCaptainTest {

    @ParameterizedTest
    @EnumSource
    void isBlockedUntilSomebodyUnblocksIt(Obstacle obstacle) {
        Story story =
                scripted(captain -> captain.block(obstacle).say("Thanks.")).untilIdle();
        assertThat(story.state()).isEqualTo(RunState.BLOCKED);
        assertThat(story.state().status()).isEqualTo("idle");
        assertThat(story.thread().run().blockedOn()).containsExactly(obstacle.word());
        assertThat(story.thread().run().waitingOn()).isEmpty();
        assertThat(story.captainVm()).map(Vm::state).contains(VmState.SUSPENDED);

        unblock(story).untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.thread().run().blockedOn()).isEmpty();
        assertThat(story.said().get(0)).isEqualTo("Thanks.");
    }

    @Test
    void keepsAMessageForLaterWhileItIsBlocked() {
        Story story = scripted(captain -> captain.block(Obstacle.AUTH).say("Unblocked."), "Add a page.")
                .untilIdle();

        story.owner().send(story.id(), "What about me?");
        assertThat(story.state()).isEqualTo(RunState.BLOCKED);
        assertThat(story.thread().run().pendingWakeups()).isEqualTo(1);

        unblock(story).untilIdle();
        assertThat(story.said()).contains("Unblocked.");
        assertThat(story.said().get(0)).contains("is ready for review");
    }

    @Test
    void refusesToUnblockWhatIsNotBlocked() {
        Story story = scripted(CaptainSteps::think);

        assertThatThrownBy(() -> unblock(story))
                .isInstanceOf(Conflict.class)
                .hasMessage("The thread is running: only one that is blocked can be unblocked");
    }

    @Test
    void waitsForATimerExactly() {
        Story story =
                scripted(captain -> captain.waitForTimer(Duration.ofMinutes(5)).say("Time is up."));
        assertThat(story.thread().run().waitingOn()).containsExactly("timer");
        assertThat(story.world().clock().isIdle()).isFalse();

        story.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(story.state()).isEqualTo(RunState.WAITING);

        story.advance(Duration.ofSeconds(3));
        assertThat(story.said().get(0)).isEqualTo("Time is up.");
    }

    @Test
    void canBeWokenFromATimerEarly() {
        Story story = scripted(
                        captain -> captain.waitForTimer(Duration.ofDays(5)).say("Time is up."))
                .advance(Duration.ofMinutes(1));

        wake(story).untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.now()).isBefore(story.thread().createdAt().plus(Duration.ofHours(1)));
    }

    @Test
    void waitsForAWorkerUntilItIsWoken() {
        Story story = scripted(captain -> captain.waitFor(Awaited.WORKER).say("It is done."))
                .untilIdle();
        assertThat(story.thread().run().waitingOn()).containsExactly("worker");

        wake(story).untilIdle();

        assertThat(story.said().get(0)).isEqualTo("It is done.");
    }

    @Test
    void cannotBeWokenFromWaitingForItsTasks() {
        Story story = scripted(captain -> captain.delegate("A", "B").waitForTasks());

        assertThatThrownBy(() -> wake(story))
                .isInstanceOf(Conflict.class)
                .hasMessage("The thread waits for its tasks: stop them, or let them come to their end");
        assertThatThrownBy(() -> wake(story.untilIdle()))
                .isInstanceOf(Conflict.class)
                .hasMessage("The thread is ready: only one that waits can be woken");
    }

    @Test
    void aMessageTakesTheWaitsPlaceAndItsTimerIsGone() {
        Story story =
                scripted(captain -> captain.waitForTimer(Duration.ofDays(5)).say("Time is up."), "Add a page.");

        story.owner().send(story.id(), "Forget it.");
        story.untilIdle();

        assertThat(story.said()).doesNotContain("Time is up.");
        assertThat(story.now()).isBefore(story.thread().createdAt().plus(Duration.ofDays(1)));
    }

    @Test
    void asksAndGoesOnWithTheReply() {
        Story story = scripted(captain ->
                        captain.askUser("Which colour for {{title}}?").say("{{reply}} it is."))
                .untilIdle();
        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0)).isEqualTo("Which colour for Add a page?");

        story.owner().send(story.id(), "Blue");
        story.untilIdle();

        assertThat(story.said().get(0)).isEqualTo("Blue it is.");
        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.thread().run().program()).isNull();
    }

    @Test
    void takesWhatWasSaidBeforeItAskedForTheReply() {
        Story story =
                scripted(captain -> captain.think().askUser("Which colour?").say("{{reply}} it is."));
        story.owner().send(story.id(), "Make it blue");

        story.untilIdle();

        assertThat(story.said().get(0)).isEqualTo("Make it blue it is.");
    }

    @Test
    void hasNothingToWaitForWithoutAPullRequest() {
        Story story = scripted(captain -> captain.waitFor(Awaited.CI)).untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0))
                .isEqualTo(
                        "I had to stop: there is nothing to wait for (ci), for no task of the thread has a pull request");
    }

    @Test
    void stopsWaitingWhenItIsStopped() {
        Story story = scripted(captain -> captain.waitForTimer(Duration.ofDays(5)));

        story.owner().stop(story.id());

        assertThat(story.untilIdle().state()).isEqualTo(RunState.READY);
        assertThat(story.world().clock().pending()).isEmpty();
    }

    private static Story unblock(Story story) {
        story.world().write(tx -> story.world().threads().unblock(tx, story.id()));
        return story;
    }

    private static Story wake(Story story) {
        story.world().write(tx -> story.world().threads().wake(tx, story.id()));
        return story;
    }

    private static Story scripted(UnaryOperator<CaptainSteps> steps) {
        return Story.of(Fixture.demo().script(Script.captain("scripted", When.ALWAYS, steps)), "Add a page.");
    }

    private static Story scripted(UnaryOperator<CaptainSteps> steps, String prompt) {
        return Story.of(Fixture.demo().script(Script.captain("scripted", When.prompt(prompt), steps)), prompt);
    }
}
