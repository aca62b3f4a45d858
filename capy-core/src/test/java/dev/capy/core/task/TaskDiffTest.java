package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.source.diff.FileDiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskDiffTest {

    @ParameterizedTest
    @EnumSource
    void isEmptyBeforeTheRunAndAtItsBeginning(DiffMode mode) {
        Work work = Work.inBacklog();
        assertThat(work.diff(mode)).isEmpty();
        assertThat(work.start().diff(mode)).isEmpty();
        assertThat(work.untilAgentWorks().diff(mode)).isEmpty();
    }

    @Test
    void showsWhatIsNotCommittedWhileTheAgentEdits() {
        Work work = Work.inBacklog()
                .start()
                .until(now -> !now.diff(DiffMode.UNCOMMITTED).isEmpty());

        assertThat(work.diff(DiffMode.UNCOMMITTED)).containsExactly("README.md");
        assertThat(work.diff(DiffMode.RUN)).containsExactly("README.md");
        assertThat(work.diff(DiffMode.PR)).isEmpty();
    }

    @Test
    void showsTheCommitWhenTheRunIsOver() {
        Work work = Work.inBacklog().done();

        assertThat(work.diff(DiffMode.UNCOMMITTED)).isEmpty();
        assertThat(work.diff(DiffMode.RUN)).containsExactly("README.md", "docs/DEMO-1.md");
        assertThat(work.diff(DiffMode.PR)).containsExactly("README.md", "docs/DEMO-1.md");
    }

    @Test
    void countsLinesAndSaysWhereItComesFrom() {
        Story story = Story.of("Add a login page.").untilIdle();

        TaskDiff diff = story.owner().diff("DEMO-1", DiffMode.PR);

        assertThat(diff.additions()).isEqualTo(7);
        assertThat(diff.deletions()).isZero();
        assertThat(diff.source()).isEqualTo("github");
        assertThat(story.owner().diff("DEMO-1", DiffMode.RUN).source()).isEqualTo("snapshot");
        assertThat(diff.files()).allMatch(file -> file.patch().contains("@@ -"));
    }

    @Test
    void namesTheRepositoryWhereThereAreSeveral() {
        Fixture fixture = Fixture.empty()
                .repository("acme/app", repository -> repository.file("README.md", "# App\n"))
                .repository("acme/lib", repository -> repository.file("README.md", "# Lib\n"))
                .organization(
                        "org_demo",
                        organization -> organization
                                .user("user_owner", user -> user.token("capy_demo"))
                                .project(
                                        "proj_demo",
                                        project -> project.taskCode("DEMO")
                                                .repo("acme/app")
                                                .repo("acme/lib")));

        Story story = Story.of(fixture, "Add a login page.").untilIdle();

        assertThat(story.owner().diff("DEMO-1", DiffMode.PR).files())
                .extracting(FileDiff::path)
                .containsExactly("app/README.md", "app/docs/DEMO-1.md");
    }
}
