package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.files.FileTree;
import dev.capy.core.vm.Host;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmShape;
import dev.capy.core.vm.VmSize;
import dev.capy.core.vm.VmState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CaptainMachineTest {

    @Test
    void isSmallAndBootsBesideTheFirstTurn() {
        Story story = Story.of("Add a login page.");

        assertThat(story.captainVm()).map(Vm::size).contains(VmSize.SMALL);
        assertThat(story.captainVm()).map(Vm::state).contains(VmState.BOOTING);
        assertThat(story.state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void holdsTheRepositories() {
        Story story = Story.of("Add a login page.").untilIdle();
        String vmId = story.captainVm().orElseThrow().id();

        FileTree disk = story.world().read(view -> story.world().hypervisor().disk(view, vmId));

        assertThat(disk.file("/home/app/package.json")).isPresent();
    }

    @Test
    void isSuspendedWhileItsThreadWaits() {
        Story story = Story.of("Add a login page.").until(RunState.WAITING).untilAgentWorks();

        assertThat(story.captainVm()).map(Vm::state).contains(VmState.SUSPENDED);
        assertThat(used(story)).as("what the task's machine takes").isEqualTo(new VmShape(4, 8, 40));
    }

    @Test
    void isSuspendedAsSoonAsItIsPreparedWhenItsThreadWaitsAlready() {
        Story story = Story.of(
                        Story.onHosts(4, 16)
                                .settings(settings -> settings.thread(
                                        new CaptainLatencies(Duration.ofSeconds(1), Duration.ofSeconds(2)))),
                        "Add a login page.")
                .until(RunState.WAITING);
        assertThat(story.captainVm()).map(Vm::state).as("still being prepared").contains(VmState.BOOTING);

        story.until(() -> !story.thread().run().isPreparing());

        assertThat(story.captainVm()).map(Vm::state).contains(VmState.SUSPENDED);
    }

    @Test
    void isResumedForTheNextTurnInTwoSecondsGiveOrTakeAFifth() {
        Story story = Story.of("Add a login page.").until(RunState.WAITING).until(RunState.RUNNING);
        String vmId = story.captainVm().orElseThrow().id();
        Instant woken = story.now();

        story.until(() -> story.captainVm().orElseThrow().state() == VmState.RUNNING);

        assertThat(Duration.between(woken, story.now())).isBetween(Duration.ofMillis(1_600), Duration.ofMillis(2_400));
        assertThat(story.captainVm()).map(Vm::id).contains(vmId);
    }

    @Test
    void isSuspendedWhenItsThreadIsReadyAndTakesNoRoom() {
        Story story = Story.of("Add a login page.").untilIdle();

        assertThat(story.captainVm()).map(Vm::state).contains(VmState.SUSPENDED);
        assertThat(used(story)).isEqualTo(VmShape.ZERO);
    }

    @Test
    void isTheSameForTheNextMessage() {
        Story story = Story.of("Add a login page.").untilIdle();
        String vmId = story.captainVm().orElseThrow().id();

        story.owner().send(story.id(), "Make it blue.");
        story.untilIdle();

        assertThat(story.captainVm()).map(Vm::id).contains(vmId);
    }

    @Test
    void isGoneOnceItsThreadHasBeenStopped() {
        Story story = Story.of("Add a login page.").advance(Duration.ofSeconds(12));
        String vmId = story.captainVm().orElseThrow().id();

        story.owner().stop(story.id());
        assertThat(story.thread().run().machine()).isNull();

        story.untilIdle();
        assertThat(story.vm(vmId)).isEmpty();
        assertThat(used(story)).isEqualTo(VmShape.ZERO);
    }

    @Test
    void isMadeAnewForAMessageToAStoppedThread() {
        Story story = Story.of("Add a login page.").advance(Duration.ofSeconds(12));
        String vmId = story.captainVm().orElseThrow().id();
        story.owner().stop(story.id());

        story.owner().send(story.id(), "Make it green.");

        assertThat(story.captainVm().orElseThrow().id()).isNotEqualTo(vmId);
        assertThat(story.untilIdle().captainVm()).map(Vm::state).contains(VmState.SUSPENDED);
    }

    private static VmShape used(Story story) {
        return story.world()
                .read(view -> story.world().hypervisor().hosts(view).stream()
                        .map(Host::used)
                        .reduce(VmShape.ZERO, VmShape::plus));
    }
}
