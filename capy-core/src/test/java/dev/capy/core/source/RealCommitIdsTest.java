package dev.capy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.source.git.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ids of a world's commits are those that git gives to the same files, authors and messages. */
class RealCommitIdsTest {

    @TempDir
    Path temporary;

    @Test
    void agreesWithGitOnTheWholeHistoryOfATask() throws IOException {
        Git.assumeInstalled();
        Story story =
                Story.of(Fixture.demo(), "Add a login page. \"Quoted\" & über.").untilIdle();
        story.world().write(tx -> story.world().tasks().start(tx, story.task().id()));
        story.untilIdle();
        Git git = new Git(temporary);
        git.run("init", "--quiet", "--template=");

        List<SourceCommit> history = history(story);

        assertThat(history).hasSize(3);
        for (SourceCommit commit : history) {
            assertThat(idByGit(git, commit)).as(commit.message()).isEqualTo(commit.id());
        }
    }

    private static List<SourceCommit> history(Story story) {
        return story.world().read(view -> {
            Sources sources = story.world().sources();
            List<SourceCommit> commits = new ArrayList<>();
            SourceCommit commit =
                    sources.head(view, "acme/app", story.task().branch()).orElseThrow();
            commits.add(commit);
            while (!commit.parents().isEmpty()) {
                commit = sources.commit(view, "acme/app", commit.parents().get(0));
                commits.add(commit);
            }
            Collections.reverse(commits);
            return commits;
        });
    }

    private String idByGit(Git git, SourceCommit commit) throws IOException {
        git.write(commit.tree());
        git.run("add", "--all");
        String date = commit.author().when().getEpochSecond() + " +0000";
        Map<String, String> environment = Map.of(
                "GIT_AUTHOR_NAME", commit.author().name(),
                "GIT_AUTHOR_EMAIL", commit.author().email(),
                "GIT_AUTHOR_DATE", date,
                "GIT_COMMITTER_NAME", commit.author().name(),
                "GIT_COMMITTER_EMAIL", commit.author().email(),
                "GIT_COMMITTER_DATE", date);
        List<String> command = new ArrayList<>(List.of("commit-tree", git.run("write-tree")));
        commit.parents().forEach(parent -> command.addAll(List.of("-p", parent)));
        return git.run(environment, commit.message(), command.toArray(String[]::new));
    }
}
