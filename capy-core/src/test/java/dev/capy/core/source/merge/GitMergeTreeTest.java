package dev.capy.core.source.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.source.git.Git;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the system's git makes of the same merges. */
class GitMergeTreeTest {

    private static final int TREES = 300;
    private static final int TEXTS = 1500;

    @TempDir
    Path temporary;

    @BeforeEach
    void git() {
        Git.assumeInstalled();
        Git.assumeMergesTrees(new Git(temporary));
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(ints = {0, 300})
    void agreesOnTrees(int firstSeed) {
        ManyMerges merges = ManyMerges.ofTrees(firstSeed, TREES);

        List<Outcome> disagreed = disagreed(merges);

        assertThat(disagreed)
                .as("but where git drops a file: see TreeMergeTest.keepsAFileThatGitWouldDrop")
                .allMatch(outcome -> merges.collidingRenames().contains(outcome.seed()) && outcome.isConflictByUs())
                .hasSizeLessThan(TREES / 50);
    }

    @Test
    void decidesFewRepetitiveTextsOtherwise() {
        List<Outcome> disagreed = disagreed(ManyMerges.ofRepetitiveTexts(TEXTS));

        assertThat(disagreed)
                .as("where several lines could be the changed one git may choose another, and then one side conflicts")
                .allMatch(outcome -> outcome.isConflictByUs() || outcome.isConflictByGit())
                .hasSizeLessThan(TEXTS / 100);
    }

    private List<Outcome> disagreed(ManyMerges merges) {
        Map<String, String> byGit = merges.by(new Git(temporary));
        return merges.byUs().entrySet().stream()
                .map(byUs -> new Outcome(byUs.getKey(), byUs.getValue(), byGit.getOrDefault(byUs.getKey(), "unknown")))
                .filter(outcome -> !outcome.byUs().equals(outcome.byGit()))
                .toList();
    }

    private record Outcome(String seed, String byUs, String byGit) {

        boolean isConflictByUs() {
            return byUs.equals(ManyMerges.CONFLICT);
        }

        boolean isConflictByGit() {
            return byGit.equals(ManyMerges.CONFLICT);
        }
    }
}
