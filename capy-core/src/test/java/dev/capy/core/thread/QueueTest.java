package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.script.CaptainSteps;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueTest {

    @Test
    void threadsWaitForAHostAndAreReleasedInTheirOrder() {
        CapyWorld world = Story.world(Story.onHosts(1, 2));
        List<Story> stories = IntStream.range(0, 4)
                .mapToObj(n -> Story.in(world, NewThread.of("proj_empty", "Say hello " + n)))
                .toList();
        assertThat(stories)
                .extracting(Story::state)
                .containsExactly(RunState.RUNNING, RunState.QUEUED, RunState.QUEUED, RunState.QUEUED);
        assertThat(RunState.QUEUED.status()).isEqualTo("active");
        List<Story> released = new ArrayList<>();

        stories.get(3).until(() -> {
            stories.stream()
                    .filter(story -> story.state() != RunState.QUEUED && !released.contains(story))
                    .forEach(released::add);
            return world.clock().isIdle();
        });

        assertThat(released).containsExactlyElementsOf(stories);
        assertThat(stories).extracting(Story::state).containsOnly(RunState.READY);
    }

    @Test
    void aCaptainMakesRoomForItsOwnTask() {
        Story story = Story.of(Story.onHosts(1, 4), "Add a login page.").until(RunState.WAITING);
        story.until(() -> story.task().status() == TaskStatus.IN_PROGRESS);
        assertThat(story.captainVm()).map(Vm::state).contains(VmState.SUSPENDED);

        assertThat(story.untilIdle().state()).isEqualTo(RunState.READY);
        assertThat(story.task().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void aCaptainQueuesToGoOnWhenItsHostIsTaken() {
        Story story = Story.of(Story.onHosts(1, 4), "Add a login page.").until(RunState.WAITING);
        Story other = story.beside("Add a logout page.");
        assertThat(other.state()).isEqualTo(RunState.QUEUED);

        story.until(RunState.QUEUED);
        assertThat(story.captainVm()).map(Vm::state).contains(VmState.RESUMING);
        assertThat(story.thread().run().pendingWakeups()).isEqualTo(1);

        story.untilIdle();
        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(other.state()).isEqualTo(RunState.READY);
    }

    @Test
    void manyThreadsOnFewHostsAllComeToTheirEnd() {
        Story first = Story.of(Story.onHosts(2, 4), "Add page 0.");
        List<Story> others = IntStream.rangeClosed(1, 39)
                .mapToObj(n -> first.beside("Add page " + n + "."))
                .toList();

        first.untilIdle();

        assertThat(others).extracting(Story::state).containsOnly(RunState.READY);
        assertThat(others).extracting(story -> story.task().status()).containsOnly(TaskStatus.NEEDS_REVIEW);
        assertThat(others).extracting(story -> story.task().identifier()).doesNotHaveDuplicates();
    }

    @Test
    void hundredsOfThreadsWithSeveralTasksEachShareThreeHosts() {
        Script both = Script.captain(
                "both",
                When.ALWAYS,
                captain -> captain.delegate(
                                CaptainSteps.task("Front", "Paint it."), CaptainSteps.task("Back", "Wire it."))
                        .waitForTasks()
                        .say("{{results}}"));
        Story first = Story.of(Story.onHosts(3, 16).script(both), "Add page 0.");
        List<Story> others = IntStream.rangeClosed(1, 299)
                .mapToObj(n -> first.beside("Add page " + n + "."))
                .toList();
        assertThat(others).extracting(Story::state).contains(RunState.QUEUED);

        first.untilIdle();

        assertThat(others).extracting(Story::state).containsOnly(RunState.READY);
        assertThat(others)
                .flatExtracting(Story::tasks)
                .hasSize(2 * 299)
                .extracting(Task::status)
                .containsOnly(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void aQueuedThreadCanBeStopped() {
        Story first = Story.of(Story.onHosts(1, 2), "Wait for me.");
        Story queued = first.beside("Add a logout page.");
        Story next = first.beside("Add a third page.");

        assertThat(queued.owner().stop(queued.id()).runState()).isEqualTo(RunState.READY);
        first.owner().stop(first.id());
        first.advance(Duration.ofSeconds(2));

        assertThat(queued.thread().run().machine()).isNull();
        assertThat(next.state()).isEqualTo(RunState.RUNNING);
    }
}
