package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.task.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopTest {

    @Test
    void endsAThreadThatRuns() {
        Story story = Story.of("One.").advance(Duration.ofSeconds(5));

        CaptainThread stopped = story.owner().stop(story.id());

        assertThat(stopped.run()).isEqualTo(Run.AT_REST);
        assertThat(story.untilIdle().said()).containsExactly("One.");
        assertThat(story.tasks()).isEmpty();
    }

    @Test
    void endsAThreadThatWaitsAndItsTasks() {
        Story story = Story.of("One.").until(RunState.WAITING).untilAgentWorks();
        String vmId = story.taskVm().id();

        assertThat(story.owner().stop(story.id()).runState()).isEqualTo(RunState.READY);
        assertThat(story.task().status()).isEqualTo(TaskStatus.BACKLOG);
        assertThat(story.untilIdle().vm(vmId)).isEmpty();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.thread().run().pendingWakeups()).isZero();
        assertThat(story.said()).hasSize(2);
    }

    @Test
    void dropsWakeupsThatArePending() {
        Story story = Story.of("One.").advance(Duration.ofSeconds(5));
        story.owner().send(story.id(), "Two.");

        story.owner().stop(story.id());

        assertThat(story.thread().run().pendingWakeups()).isZero();
        assertThat(story.untilIdle().tasks()).isEmpty();
    }

    @Test
    void endsAThreadWhoseMachineIsBeingResumed() {
        Story story = Story.of("One.").until(RunState.WAITING).until(RunState.RUNNING);

        story.owner().stop(story.id());

        assertThat(story.untilIdle().said()).hasSize(2);
        assertThat(story.task().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void changesNothingWhenThereIsNothingToStop() {
        Story story = Story.of("One.").untilIdle();
        String before = story.world().digest();

        assertThat(story.owner().stop(story.id())).isEqualTo(story.thread());
        assertThat(story.world().digest()).isEqualTo(before);
    }

    @Test
    void canBeRepeated() {
        Story story = Story.of("One.");
        CaptainThread stopped = story.owner().stop(story.id());
        String before = story.world().digest();

        assertThat(story.owner().stop(story.id())).isEqualTo(stopped);
        assertThat(story.world().digest()).isEqualTo(before);
    }

    @Test
    void leavesOtherThreadsAlone() {
        Story story = Story.of("One.");
        Story other = story.beside("Two.").until(RunState.WAITING);

        story.owner().stop(story.id());

        assertThat(other.untilIdle().task().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void letsAThreadBeTakenUpAgain() {
        Story story = Story.of("One.").until(RunState.WAITING);
        story.owner().stop(story.id());

        story.owner().send(story.id(), "Two.");

        assertThat(story.untilIdle().state()).isEqualTo(RunState.READY);
        assertThat(story.tasks())
                .extracting(task -> task.status())
                .containsExactly(TaskStatus.BACKLOG, TaskStatus.NEEDS_REVIEW);
        assertThat(story.said().get(0)).startsWith("DEMO-1 is backlog\nDEMO-2 is ready for review");
    }
}
