package dev.capy.core.source.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileTree;
import dev.capy.core.source.git.Git;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the system's git makes of our patches. Each pair of trees has a directory of its own, so that one git applies
 * the patches of many.
 */
class GitApplyTest {

    private static final int PAIRS_AT_ONCE = 160;

    @TempDir
    Path temporary;

    @ParameterizedTest(name = "seeds from {0}")
    @CsvSource({"0, true", "160, false", "320, true", "480, false"})
    void turnsEveryTreeBeforeIntoTheTreeAfter(long firstSeed, boolean repository) throws IOException {
        Git.assumeInstalled();
        FileTree before = FileTree.EMPTY;
        FileTree after = FileTree.EMPTY;
        StringBuilder patch = new StringBuilder();
        StringBuilder counts = new StringBuilder();
        for (long seed = firstSeed; seed < firstSeed + PAIRS_AT_ONCE; seed++) {
            RandomTrees trees = new RandomTrees(seed);
            FileTree tree = trees.tree();
            FileTree from = FileTree.EMPTY.with("seed-" + seed, tree.root());
            FileTree to =
                    FileTree.EMPTY.with("seed-" + seed, trees.changed(tree).root());
            TreeDiff diff = TreeDiff.between(from, to);
            assertThat(diff.isEmpty()).isEqualTo(from.files().equals(to.files()));
            before = before.overlaid(from);
            after = after.overlaid(to);
            patch.append(diff.patch());
            counts.append(numstat(diff));
        }
        Git git = new Git(temporary);
        git.write(before);
        if (repository) {
            git.run("init", "--quiet", "--template=");
        }

        String counted =
                git.run(Map.of(), patch.toString(), "apply", "--whitespace=nowarn", "--apply", "--numstat", "-z");

        assertThat(git.read().files()).isEqualTo(after.files());
        assertThat(counted).isEqualTo(counts.toString());
    }

    private static String numstat(TreeDiff diff) {
        return diff.files().stream()
                .map(file -> file.additions() + "\t" + file.deletions() + "\t" + file.path() + "\0")
                .collect(joining());
    }
}
