package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.Origin;
import dev.capy.core.task.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadLifeTest {

    @Test
    void runsFromTheMomentOfItsCreation() {
        CaptainThread thread = Story.of("Add a login page.").thread();

        assertThat(thread.runState()).isEqualTo(RunState.RUNNING);
        assertThat(thread.runState().status()).isEqualTo("active");
        assertThat(thread.title()).isNull();
        assertThat(thread.origin()).isEqualTo(Origin.API);
        assertThat(thread.createdAt()).isEqualTo(thread.updatedAt());
    }

    @Test
    void runsWaitsForItsTaskRunsAndIsReady() {
        Story story = Story.of("Add a login page.");
        List<RunState> states = new ArrayList<>(List.of(story.state()));

        story.until(() -> {
            if (states.get(states.size() - 1) != story.state()) {
                states.add(story.state());
            }
            return story.world().clock().isIdle();
        });

        assertThat(states).containsExactly(RunState.RUNNING, RunState.WAITING, RunState.RUNNING, RunState.READY);
    }

    @Test
    void saysWhatItWaitsFor() {
        Story story = Story.of("Add a login page.").until(RunState.WAITING);

        assertThat(story.thread().run().waitingOn()).containsExactly("task");
        assertThat(story.state().status()).isEqualTo("idle");
        assertThat(story.untilIdle().thread().run().waitingOn()).isEmpty();
    }

    @Test
    void delegatesOneTaskAndTellsItsResult() {
        Story story = Story.of("Add a login page. With a logo.").untilIdle();

        assertThat(story.task().title()).isEqualTo("Add a login page");
        assertThat(story.task().prompt()).isEqualTo("Add a login page. With a logo.");
        assertThat(story.task().threadIndex()).isZero();
        assertThat(story.task().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(story.said())
                .containsExactly(
                        "DEMO-1 is ready for review: 2 files, +7 -0 on "
                                + story.task().branch(),
                        "I will have a Build agent take care of this: Add a login page",
                        "Add a login page. With a logo.");
    }

    @Test
    void takesTwentySecondsForATurnGiveOrTakeAFifth() {
        Story story = Story.of("Add a login page.");

        story.until(RunState.WAITING);

        assertThat(Duration.between(story.thread().createdAt(), story.now()))
                .isBetween(Duration.ofSeconds(16), Duration.ofSeconds(24));
    }

    @Test
    void answersAndIsReadyWhereThereAreNoRepositories() {
        Story story = Story.in(Story.world(Fixture.demo()), NewThread.of("proj_empty", "Say hello."))
                .untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.tasks()).isEmpty();
        assertThat(story.said()).containsExactly("This project has no repositories. Say hello: noted.", "Say hello.");
    }

    @Test
    void takesNoticeOfADoneTaskInItsNextTurn() {
        Story story = Story.of("Add a login page.").until(RunState.WAITING);
        assertThat(story.thread().run().pendingWakeups()).isZero();

        story.until(RunState.RUNNING);
        assertThat(story.thread().run().pendingWakeups())
                .as("while its machine is resumed")
                .isEqualTo(1);

        story.advance(Duration.ofSeconds(4));
        assertThat(story.thread().run().pendingWakeups()).as("in its turn").isZero();
        assertThat(story.state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void hasNothingInMindWhenItIsReady() {
        Run run = Story.of("Add a login page.").untilIdle().thread().run();

        assertThat(run.program()).isNull();
        assertThat(run.pendingWakeups()).isZero();
        assertThat(run.blockedOn()).isEmpty();
    }
}
