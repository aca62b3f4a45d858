package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.project.Devbox;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.vm.Vm;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static Fixture withSetup(String command) {
        return Fixture.empty()
                .repository("acme/app", repository -> repository.file("README.md", "# App\n"))
                .organization(
                        "org_demo",
                        organization -> organization
                                .user("user_owner", user -> user.token("capy_demo"))
                                .project(
                                        "proj_demo",
                                        project -> project.taskCode("DEMO")
                                                .repo("acme/app")
                                                .devbox(new Devbox(List.of(command), Collections.emptySortedMap()))));
    }

    @Test
    void ofATaskWakesTheCaptainWhichSaysWhatFailed() {
        Story story = Story.of(withSetup("echo boom >&2; exit 3"), "One.").untilIdle();

        assertThat(story.task().status()).isEqualTo(TaskStatus.ERROR);
        assertThat(story.run().failure()).isEqualTo("project_setup failed: exit code 3: boom");
        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0)).isEqualTo("DEMO-1 failed: project_setup failed: exit code 3: boom");
    }

    @Test
    void ofATaskLeavesNoMachineBehind() {
        Story story = Story.of(withSetup("exit 1"), "One.").untilIdle();
        story.owner().send(story.id(), "Two.");
        story.untilIdle();
        story.owner().send(story.id(), "Stop now.");
        story.owner().stop(story.id());
        story.untilIdle();

        assertThat(story.world()
                        .<Integer>read(
                                view -> story.world().hypervisor().vms(view).count()))
                .isZero();
    }

    @Test
    void ofATaskThatNoHostCouldCarryIsToldToo() {
        Story story = Story.of(Story.onHosts(3, 2), "One.").untilIdle();

        assertThat(story.said().get(0))
                .isEqualTo("DEMO-1 failed: create_vm failed: no host could ever carry a medium VM");
    }

    @Test
    void ofACaptainsMachineStopsItAndSaysWhy() {
        Story story = Story.of(Story.onHosts(3, 1), "One.").untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said())
                .containsExactly(
                        "I had to stop: my machine could not be prepared: create_vm failed: no host could ever carry a"
                                + " small VM",
                        "One.");
        assertThat(story.thread().run().machine()).isNull();
    }

    @Test
    void ofACaptainsHostStopsItWhileItRuns() {
        Story story =
                Story.of(Story.onHosts(1, 16), "One.").until(RunState.WAITING).until(RunState.RUNNING);
        story.advance(Duration.ofSeconds(5));

        crashHostOf(story, story.captainVm().orElseThrow());

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0)).isEqualTo("I had to stop: my machine was lost: host host-01 crashed");
    }

    @Test
    void ofACaptainsHostStopsItWhileItsMachineIsPrepared() {
        Story story = Story.of(Story.onHosts(1, 16), "One.").advance(Duration.ofSeconds(3));

        crashHostOf(story, story.captainVm().orElseThrow());

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0))
                .isEqualTo("I had to stop: my machine could not be prepared: create_vm failed: host host-01 crashed");
    }

    @Test
    void ofATasksHostIsToldByTheCaptainWhoseMachineIsSuspended() {
        Story story = Story.of(Story.onHosts(1, 16), "One.").untilAgentWorks();

        crashHostOf(story, story.taskVm());
        story.untilIdle();

        assertThat(story.task().status()).isEqualTo(TaskStatus.ERROR);
        assertThat(story.said().get(0)).isEqualTo("DEMO-1 failed: the machine was lost: host host-01 crashed");
    }

    @Test
    void ofAMachineThatIsPreparedForAWaitingCaptainIsMadeGoodWhenItGoesOn() {
        Fixture quick = Story.onHosts(1, 16)
                .settings(settings ->
                        settings.thread(new CaptainLatencies(Duration.ofSeconds(1), Duration.ofSeconds(2))));
        Story story = Story.of(quick, "One.").until(RunState.WAITING);

        crashHostOf(story, story.captainVm().orElseThrow());
        story.untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0)).startsWith("DEMO-1 failed: create_vm failed: host host-01 crashed");
    }

    private static void crashHostOf(Story story, Vm vm) {
        story.world().write(tx -> {
            story.world().hypervisor().crash(tx, Objects.requireNonNull(vm.hostId()));
            return true;
        });
    }
}
