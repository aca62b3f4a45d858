package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.source.Branch;
import dev.capy.core.source.SourceCommit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondRunTest {

    @Test
    void goesOnWhereTheFirstOneEnded() {
        Work work = Work.inBacklog().done();
        Branch first = work.branch();
        String firstRun = work.run().id();

        work.done();

        assertThat(work.branch().name()).isEqualTo(first.name());
        assertThat(work.branch().start()).isEqualTo(first.start());
        assertThat(parents(work)).containsExactly(first.head());
        assertThat(work.run().id()).isNotEqualTo(firstRun);
        assertThat(work.run().bases()).containsEntry("acme/app", first.head());
    }

    @Test
    void isToldApartFromTheFirstOneInItsDiff() {
        Work work = Work.inBacklog().done().done();

        assertThat(work.diff(DiffMode.PR)).containsExactly("README.md", "docs/DEMO-1.md");
        assertThat(work.diff(DiffMode.RUN)).containsExactly("README.md");
    }

    @Test
    void hasChangedNothingWhileItsMachineIsPrepared() {
        Work work = Work.inBacklog().done().start();

        assertThat(work.diff(DiffMode.RUN)).isEmpty();
        assertThat(work.diff(DiffMode.UNCOMMITTED)).isEmpty();
        assertThat(work.diff(DiffMode.PR)).hasSize(2);
    }

    @Test
    void hasChangedNothingWhenItNeverGotAMachine() {
        Work work = Work.inBacklog().done().start().stop().untilIdle();

        assertThat(work.diff(DiffMode.RUN)).isEmpty();
        assertThat(work.diff(DiffMode.PR)).hasSize(2);
    }

    @Test
    void followsAFailedOne() {
        Work work = Work.inBacklog().start().untilAgentWorks();
        work.world().write(tx -> {
            work.world().hypervisor().crash(tx, "host-01");
            return true;
        });
        assertThat(work.status()).isEqualTo(TaskStatus.ERROR);
        assertThat(work.run().failure()).isEqualTo("the machine was lost: host host-01 crashed");

        assertThat(work.done().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    private static List<String> parents(Work work) {
        SourceCommit head = work.world()
                .read(view -> work.world()
                        .sources()
                        .commit(view, "acme/app", work.branch().head()));
        return head.parents();
    }
}
