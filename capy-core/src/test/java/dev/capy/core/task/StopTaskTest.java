package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import org.junit.jupiter.api.Test;

class StopTaskTest {

    @Test
    void putsATaskWithoutCommitsBackIntoTheBacklog() {
        Work work = Work.inBacklog().start().untilAgentWorks();
        String vmId = work.vmId();

        assertThat(work.stop().status()).isEqualTo(TaskStatus.BACKLOG);
        assertThat(work.untilIdle().hasVm(vmId)).isFalse();
        assertThat(work.world().clock().pending()).isEmpty();
    }

    @Test
    void worksWhileTheMachineIsPrepared() {
        Work work = Work.inBacklog().start();

        assertThat(work.stop().status()).isEqualTo(TaskStatus.BACKLOG);
        assertThat(work.untilIdle().world().clock().pending()).isEmpty();
    }

    @Test
    void worksWhileTheTaskIsQueued() {
        CapyWorld world = Story.world(Story.onHosts(1, 4));
        Work first = Work.inBacklog(world).start();
        Work second = Work.inBacklog(world).start();
        Work third = Work.inBacklog(world).start();

        assertThat(second.stop().status()).isEqualTo(TaskStatus.BACKLOG);
        world.clock().runUntilIdle();

        assertThat(first.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(second.status()).isEqualTo(TaskStatus.BACKLOG);
        assertThat(third.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void changesNothingWhenNoRunIsUnderWay() {
        Work work = Work.inBacklog();
        String before = work.world().digest();

        assertThat(work.stop().status()).isEqualTo(TaskStatus.BACKLOG);
        assertThat(work.world().digest()).isEqualTo(before);
        assertThat(work.done().stop().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void keepsATaskThatHasCommitsForReview() {
        Work work = Work.inBacklog().done().start().untilAgentWorks();

        assertThat(work.stop().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }
}
