package dev.capy.core.task;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.source.diff.FileDiff;
import dev.capy.core.source.git.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API tells of a task's changes, 600 edits of agents in all, is what git makes the task's branch of. */
class TaskPatchTest {

    private static final int EDITS = 60;

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void reproducesTheBranch(long seed) throws IOException {
        Git.assumeInstalled();
        Work work = edited(seed).done();
        assertThat(work.status()).as("%s", work.run().failure()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        Git git = new Git(temporary);
        git.write(tree(work, work.base().head()));

        git.run(Map.of(), patch(work), "apply", "--whitespace=nowarn", "-");

        assertThat(git.read().files())
                .isEqualTo(tree(work, work.branch().head()).files());
    }

    private static Work edited(long seed) {
        Fixture fixture = Fixture.empty()
                .repository(
                        "acme/app",
                        repository -> repository
                                .file("README.md", "# App\n\nIt is\na small one.\n")
                                .file("src/a.js", "line 1\n".repeat(30))
                                .executable("run.sh", "#!/bin/sh\nexit 0\n")
                                .file("empty", ""))
                .organization(
                        "org_demo",
                        organization -> organization
                                .user("user_owner", user -> user.token("capy_demo"))
                                .project(
                                        "proj_demo",
                                        project -> project.taskCode("DEMO").repo("acme/app")))
                .script(Script.build(
                        "edits",
                        When.ALWAYS,
                        build -> new RandomEdits(seed, List.of("README.md", "src/a.js", "run.sh", "empty"))
                                .some(EDITS)));
        CapyWorld world = Story.world(fixture);
        return Work.inBacklog(world);
    }

    private static FileTree tree(Work work, String commit) {
        return work.world()
                .read(view -> work.world().sources().commit(view, "acme/app", commit))
                .tree();
    }

    private static String patch(Work work) {
        return work.world().as("capy_demo").diff("DEMO-1", DiffMode.PR).files().stream()
                .map(FileDiff::patch)
                .collect(joining());
    }
}
