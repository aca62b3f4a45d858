package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.source.Branch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskLifeTest {

    @Test
    void isInTheBacklogUntilItIsStarted() {
        Work work = Work.inBacklog().untilIdle();

        assertThat(work.status()).isEqualTo(TaskStatus.BACKLOG);
        assertThat(work.task().jamId()).isNull();
        assertThat(work.diff(DiffMode.PR)).isEmpty();
    }

    @Test
    void isInProgressFromTheMomentAHostHasRoom() {
        assertThat(Work.inBacklog().start().status()).isEqualTo(TaskStatus.IN_PROGRESS);
    }

    @Test
    void isQueuedWhileNoHostHasRoom() {
        CapyWorld world = Story.world(Story.onHosts(1, 4));
        Work first = Work.inBacklog(world).start();
        Work second = Work.inBacklog(world).start();
        List<TaskStatus> statuses = new ArrayList<>(List.of(second.status()));

        second.until(work -> {
            if (work.status() != statuses.get(statuses.size() - 1)) {
                statuses.add(work.status());
            }
            return world.clock().isIdle();
        });

        assertThat(first.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(statuses).containsExactly(TaskStatus.QUEUED, TaskStatus.IN_PROGRESS, TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void endsInNeedsReviewWithAReport() {
        Work work = Work.inBacklog().done();

        assertThat(work.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(work.run().report()).isEqualTo("I documented \"Add a login page\" and committed it.");
        assertThat(work.run().failure()).isNull();
        assertThat(work.run().endedAt()).isAfter(work.run().startedAt());
    }

    @Test
    void editsOneFileAndAddsOne() {
        Work work = Work.inBacklog().done();

        assertThat(work.text("README.md"))
                .startsWith("# App\n")
                .endsWith("\n## Add a login page\n\nSee `docs/DEMO-1.md`.\n");
        assertThat(work.text("docs/DEMO-1.md")).isEqualTo("# Add a login page\n\nAdd a login page. With a logo.\n");
    }

    @Test
    void destroysItsMachineAfterTheRun() {
        Work work = Work.inBacklog().start();
        String vmId = work.vmId();

        work.untilIdle();

        assertThat(work.hasVm(vmId)).isFalse();
        assertThat(work.run().vmId()).isNull();
        assertThat(work.world().clock().pending()).isEmpty();
    }

    @Test
    void neverWritesTheDefaultBranch() {
        Work work = Work.inBacklog();
        Branch before = work.base();

        work.done();

        assertThat(work.base()).isEqualTo(before);
        assertThat(work.branch().start()).isEqualTo(before.head());
        assertThat(work.branch().head()).isNotEqualTo(before.head());
    }
}
