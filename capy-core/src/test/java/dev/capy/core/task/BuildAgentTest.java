package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.shell.CommandPattern;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.shell.CommandRules;
import dev.capy.core.source.SourceCommit;
import dev.capy.core.vm.VmSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BuildAgentTest {

    @Test
    void editsTheFirstTextFileWhereThereIsNoReadme() {
        Work work = Work.on(repository -> repository
                        .files(FileTree.EMPTY.with("a.png", FileNode.of(Content.of(new byte[] {0, 1}))))
                        .file("b.txt", "b"))
                .done();

        assertThat(work.diff(DiffMode.PR)).containsExactly("b.txt", "docs/DEMO-1.md");
        assertThat(work.text("b.txt")).startsWith("b\n## Add a login page\n");
    }

    @Test
    void editsNothingInARepositoryWithoutAnyTextFile() {
        Work work = Work.on(repository -> repository).done();

        assertThat(work.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(work.diff(DiffMode.PR)).containsExactly("docs/DEMO-1.md");
    }

    @Test
    void keepsTheModeOfAFileItEdits() {
        Work work = Work.on(repository -> repository.executable("README.md", "#!/bin/sh\n"))
                .done();

        assertThat(head(work).tree().file("README.md")).map(FileNode::mode).contains(0755);
    }

    @Test
    void failsWhenAFileStandsInTheWayAndTheWorldGoesOn() {
        Work work = Work.on(
                        repository -> repository.file("README.md", "# App\n").file("docs", "not a directory\n"))
                .done();

        assertThat(work.status()).isEqualTo(TaskStatus.ERROR);
        assertThat(work.run().failure()).isEqualTo("cannot write docs/DEMO-1.md: /home/app/docs is a file");
        assertThat(work.world().clock().isIdle()).isTrue();
    }

    @Test
    void failsWhenADirectoryStandsInTheWay() {
        Work work = Work.on(
                        repository -> repository.file("README.md", "# App\n").file("docs/DEMO-1.md/x", "x\n"))
                .done();

        assertThat(work.run().failure())
                .isEqualTo("cannot write docs/DEMO-1.md: /home/app/docs/DEMO-1.md is a directory");
    }

    @Test
    void goesOnWhenACommandFailsAndReportsIt() {
        Work work = Work.inBacklog(world(
                        CommandRule.failing(CommandPattern.exact("git status"), Duration.ofSeconds(1), 2, "no\n")))
                .done();

        assertThat(work.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(work.run().report())
                .isEqualTo("A command ended with exit code 2\nI documented \"Add a login page\" and committed it.");
    }

    @Test
    void goesOnWhenACommandHangsUntilItsTimeout() {
        Work work = Work.inBacklog(world(CommandRule.hanging(CommandPattern.exact("git status"))))
                .done();

        assertThat(work.run().report()).startsWith("A command ended with exit code 124\n");
        assertThat(Duration.between(work.run().startedAt(), work.world().clock().now()))
                .isGreaterThan(Duration.ofMinutes(30));
    }

    @Test
    void commitsInItsOwnName() {
        SourceCommit commit = head(Work.inBacklog().done());

        assertThat(commit.message()).isEqualTo("Add a login page\n");
        assertThat(commit.author().name()).isEqualTo("capy-ai[bot]");
        assertThat(commit.author().email()).isEqualTo("capy-ai[bot]@users.noreply.github.com");
    }

    @Test
    void takesTheTimeOfATurnForEachThought() {
        Work work = Work.inBacklog().start().untilAgentWorks();
        var began = work.world().clock().now();

        work.until(now -> now.run().agenda().step() == 1);

        assertThat(Duration.between(began, work.world().clock().now()))
                .isBetween(Duration.ofSeconds(16), Duration.ofSeconds(24));
    }

    private static SourceCommit head(Work work) {
        return work.world()
                .read(view -> work.world()
                        .sources()
                        .commit(view, "acme/app", work.branch().head()));
    }

    private static CapyWorld world(CommandRule rule) {
        return Story.world(Fixture.demo()
                .settings(settings -> settings.vm(new VmSettings(
                        settings.vm().hosts(),
                        settings.vm().shapes(),
                        settings.vm().latencies(),
                        CommandRules.of(rule)))));
    }
}
