package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.BuildSteps;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.source.MergeMethod;
import dev.capy.core.source.PullRequest;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergedTaskTest {

    @ParameterizedTest
    @EnumSource
    void isCompletedHoweverItWasMerged(MergeMethod method) {
        Work work = scripted(build -> opened(build)).done();

        merge(work, method);

        assertThat(work.status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(work.world()
                        .read(view -> work.world().sources().head(view, "acme/app", "main"))
                        .orElseThrow()
                        .tree()
                        .file("a.txt"))
                .isPresent();
        assertThat(work.diff(DiffMode.PR)).containsExactly("a.txt");
    }

    @Test
    void isCompletedAlsoWhenItsRunHadFailed() {
        Work work = scripted(build -> opened(build).fail("No more.")).done();
        assertThat(work.status()).isEqualTo(TaskStatus.ERROR);

        merge(work, MergeMethod.SQUASH);

        assertThat(work.status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void isCompletedAtTheEndOfTheRunThatIsUnderWay() {
        Work work = scripted(build -> opened(build).run("sleep 600").say("Done."));
        work.start().until(now -> !now.commands().isEmpty());

        merge(work, MergeMethod.SQUASH);
        assertThat(work.status()).isEqualTo(TaskStatus.IN_PROGRESS);

        assertThat(work.untilIdle().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void isCompletedWhenTheRunThatIsUnderWayIsStopped() {
        Work work = scripted(build -> opened(build).run("sleep 600"));
        work.start().until(now -> !now.commands().isEmpty());
        merge(work, MergeMethod.SQUASH);

        assertThat(work.stop().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void isCompletedWhenARunThatWaitsForAMachineIsStopped() {
        Work work = Work.inBacklog(
                Story.world(Story.onHosts(1, 4).script(Script.build("scripted", When.ALWAYS, build -> opened(build)))));
        work.done();
        Work.inBacklog(work.world()).start();
        work.world().write(tx -> work.world().tasks().message(tx, work.task().id(), "More."));
        merge(work, MergeMethod.SQUASH);
        assertThat(work.status()).isEqualTo(TaskStatus.QUEUED);

        assertThat(work.stop().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void needsReviewWhenItsRunCommitsMoreThanWasMerged() {
        Work work = scripted(
                build -> opened(build).run("sleep 600").create("b.txt", "b\n").commit("B"));
        work.start().until(now -> !now.commands().isEmpty());

        merge(work, MergeMethod.MERGE_COMMIT);

        assertThat(work.untilIdle().status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void needsReviewWhenItsPullRequestIsClosed() {
        Work work = scripted(build -> opened(build)).done();

        PullRequest closed = work.world().surroundings().close("acme/app", 1);

        assertThat(closed.state()).isEqualTo(PullRequest.State.CLOSED);
        assertThat(work.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    private static BuildSteps opened(BuildSteps build) {
        return build.create("a.txt", "a\n").commit("A").openPullRequest();
    }

    private static void merge(Work work, MergeMethod method) {
        assertThat(work.world().surroundings().merge("acme/app", 1, method).state())
                .isEqualTo(PullRequest.State.MERGED);
    }

    private static Work scripted(UnaryOperator<BuildSteps> steps) {
        CapyWorld world = Story.world(Fixture.demo().script(Script.build("scripted", When.ALWAYS, steps)));
        return Work.inBacklog(world);
    }
}
