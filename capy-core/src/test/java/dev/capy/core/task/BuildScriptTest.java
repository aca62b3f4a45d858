package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.BuildSteps;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.source.PullRequest;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BuildScriptTest {

    @Test
    void changesFilesInEveryWay() {
        Work work = Work.inBacklog(world(build -> build.create("a.txt", "{{title}}\n")
                        .create("bin/run", Content.of("#!/bin/sh\n"), true)
                        .create("logo.png", Content.of(new byte[] {1, 0, 2}), false)
                        .edit("src/server.js", "3000", "4000")
                        .append("README.md", "More.\n")
                        .rewrite("package.json", "{}\n")
                        .write("docs/new.md", "{{identifier}}\n")
                        .delete("scripts/ci.sh")
                        .rename("test", "spec")
                        .read("README.md")
                        .commit("Everything")))
                .done();

        assertThat(work.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(work.diff(DiffMode.PR))
                .containsExactly(
                        "README.md",
                        "a.txt",
                        "bin/run",
                        "docs/new.md",
                        "logo.png",
                        "package.json",
                        "scripts/ci.sh",
                        "spec/router.test.js",
                        "src/server.js");
        assertThat(work.text("a.txt")).isEqualTo("Add a login page\n");
        assertThat(work.text("src/server.js")).contains("4000").doesNotContain("3000");
        assertThat(work.text("docs/new.md")).isEqualTo("DEMO-1\n");
        assertThat(work.text("package.json")).isEqualTo("{}\n");
        assertThat(head(work, "bin/run").isExecutable()).isTrue();
    }

    @Test
    void opensAPullRequest() {
        Work work = Work.inBacklog(world(build -> build.create("a.txt", "a\n")
                        .commit("A")
                        .say("I added a file.")
                        .openPullRequest("Add a: {{title}}", true)))
                .done();

        PullRequest pull = work.world()
                .read(view ->
                        work.world().tasks().pullRequest(view, work.task()).orElseThrow());
        assertThat(pull.title()).isEqualTo("Add a: Add a login page");
        assertThat(pull.description()).isEqualTo("I added a file.");
        assertThat(pull.draft()).isTrue();
        assertThat(pull.headRef()).isEqualTo(work.task().branch());
        assertThat(pull.baseRef()).isEqualTo("main");
    }

    @Test
    void canReachTheRestOfTheMachine() {
        Work work = Work.inBacklog(world(build -> build.create("/tmp/note", "x\n")
                        .run("cat /tmp/note")
                        .create("a.txt", "a\n")
                        .commit("A")))
                .done();

        assertThat(work.diff(DiffMode.PR)).containsExactly("a.txt");
        assertThat(work.commands())
                .singleElement()
                .satisfies(
                        run -> assertThat(Objects.requireNonNull(run.ending()).stdout())
                                .isEqualTo("x\n"));
    }

    @Test
    void failsAsItIsTold() {
        assertThat(failure(build -> build.fail("I cannot do {{title}}."))).isEqualTo("I cannot do Add a login page.");
    }

    @Test
    void cannotEditAFileThatIsNotThereAndTellsWhatIs() {
        assertThat(failure(build -> build.append("src/main.js", "x")))
                .isEqualTo("there is no file src/main.js; /home/app/src holds router.js, server.js");
        assertThat(failure(build -> build.append("nowhere/main.js", "x")))
                .startsWith("there is no file nowhere/main.js; /home/app holds .gitignore, README.md, package.json");
    }

    @Test
    void cannotReadOrEditADirectory() {
        assertThat(failure(build -> build.read("src"))).isEqualTo("src is a directory");
        assertThat(failure(build -> build.append(".", "x"))).isEqualTo("/home/app is a directory");
        assertThat(failure(build -> build.read("/"))).isEqualTo("/ is a directory");
        assertThat(failure(build -> build.edit("../../..", "a", "b"))).isEqualTo("/ is a directory");
    }

    @Test
    void cannotReplaceWhatAFileDoesNotSay() {
        assertThat(failure(build -> build.edit("README.md", "Goodbye", "Hello")))
                .isEqualTo("README.md does not say 'Goodbye'");
    }

    @Test
    void cannotEditWhatIsNoText() {
        assertThat(failure(build ->
                        build.create("a.bin", Content.of(new byte[] {0}), false).append("a.bin", "x")))
                .isEqualTo("a.bin is no text that can be edited");
    }

    @Test
    void cannotCreateWhatIsThere() {
        assertThat(failure(build -> build.create("README.md", "x"))).isEqualTo("there is README.md already");
        assertThat(failure(build -> build.create("README.md/x", "x")))
                .isEqualTo("cannot write README.md/x: /home/app/README.md is a file");
    }

    @Test
    void cannotDeleteOrMoveWhatIsNotThere() {
        assertThat(failure(build -> build.delete("old.txt")))
                .startsWith("there is no file or directory old.txt; /home/app holds");
        assertThat(failure(build -> build.rename("old.txt", "new.txt")))
                .startsWith("there is no file or directory old.txt; /home/app holds");
        assertThat(failure(build -> build.rename("src", "src/deeper"))).isEqualTo("cannot move src into itself");
        assertThat(failure(build -> build.rename("src/.", "src/deeper"))).isEqualTo("cannot move src into itself");
        assertThat(failure(build -> build.rename(".", "deeper"))).isEqualTo("cannot move /home/app into itself");
        assertThat(failure(build -> build.rename("/", "deeper"))).isEqualTo("cannot move / into itself");
        assertThat(failure(build -> build.rename("src", "test"))).isEqualTo("there is test already");
    }

    @Test
    void cannotOpenAPullRequestForNothing() {
        assertThat(failure(build -> build.openPullRequest()))
                .isEqualTo("Task DEMO-1 has no commits to open a pull request for");
        assertThat(failure(build ->
                        build.create("a", "a").commit("A").openPullRequest().openPullRequest()))
                .startsWith("A pull request for capy/add-a-login-page-")
                .contains("is open already: https://github.com/acme/app/pull/1");
    }

    @Test
    void losesItsMachine() {
        Work work = Work.inBacklog(world(build ->
                        build.create("a.txt", "a\n").commit("A").crashVm().say("Never.")))
                .done();

        assertThat(work.status()).isEqualTo(TaskStatus.ERROR);
        assertThat(work.run().failure()).isEqualTo("the machine was lost: it crashed");
        assertThat(work.run().report()).isEmpty();
        assertThat(work.diff(DiffMode.PR)).containsExactly("a.txt");
        assertThat(work.machines()).isZero();
    }

    @Test
    void spendsTokensBeyondThoseOfItsTurns() {
        Work work = Work.inBacklog(world(build -> build.spend(0, 1_000_000))).done();

        assertThat(work.world()
                        .read(view -> work.world().usage().of(view, work.run().id()))
                        .llmDollars()
                        .toPlainString())
                .isEqualTo("25.000000");
    }

    @Test
    void aSecondRunIsAskedForSomethingElse() {
        CapyWorld world = Story.world(Fixture.demo()
                .script(
                        Script.build(
                                "again",
                                When.prompt("logo"),
                                build -> build.create("logo.txt", "logo\n").commit("Logo")),
                        Script.build(
                                "more",
                                When.prompt("footer"),
                                build -> build.create("footer.txt", "footer\n").commit("Footer"))));
        Work work = Work.inBacklog(world).done();
        assertThat(work.run().agenda().script()).isEqualTo("again");

        world.write(tx -> world.tasks().message(tx, work.task().id(), "Add a footer."));
        work.untilIdle();

        assertThat(work.run().agenda().script()).isEqualTo("more");
        assertThat(work.diff(DiffMode.PR)).containsExactly("footer.txt", "logo.txt");
    }

    private static FileNode head(Work work, String path) {
        return work.world()
                .read(view -> work.world()
                        .sources()
                        .commit(view, "acme/app", work.branch().head()))
                .tree()
                .file(path)
                .orElseThrow();
    }

    private static String failure(UnaryOperator<BuildSteps> steps) {
        Work work = Work.inBacklog(world(steps)).done();
        assertThat(work.status()).isEqualTo(TaskStatus.ERROR);
        assertThat(work.world().clock().isIdle()).isTrue();
        assertThat(work.machines()).isZero();
        return String.valueOf(work.run().failure());
    }

    private static CapyWorld world(UnaryOperator<BuildSteps> steps) {
        return Story.world(Fixture.demo().script(Script.build("scripted", When.ALWAYS, steps)));
    }
}
