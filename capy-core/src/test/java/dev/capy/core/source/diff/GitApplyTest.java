package dev.capy.core.source.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileTree;
import dev.capy.core.source.git.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the system's git makes of our patches. */
class GitApplyTest {

    private static final int PAIRS_PER_BLOCK = 160;

    @TempDir
    Path temporary;

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {0, 160, 320, 480})
    void turnsEveryTreeBeforeIntoTheTreeAfter(long firstSeed) {
        Git.assumeInstalled();
        for (long seed = firstSeed; seed < firstSeed + PAIRS_PER_BLOCK; seed++) {
            try {
                reproduce(seed);
            } catch (AssertionError | IOException | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private void reproduce(long seed) throws IOException {
        RandomTrees trees = new RandomTrees(seed);
        FileTree before = trees.tree();
        FileTree after = trees.changed(before);
        TreeDiff diff = TreeDiff.between(before, after);
        assertThat(diff.isEmpty()).isEqualTo(before.files().equals(after.files()));
        if (!diff.isEmpty()) {
            Git git = new Git(Files.createDirectory(temporary.resolve("seed-" + seed)));
            git.write(before);
            if (seed % 4 == 0) {
                git.run("init", "--quiet", "--template=");
            }
            String counted =
                    git.run(Map.of(), diff.patch(), "apply", "--whitespace=nowarn", "--apply", "--numstat", "-z");
            assertThat(git.read().files()).as("%s", diff).isEqualTo(after.files());
            assertThat(counted).isEqualTo(numstat(diff));
        }
    }

    private static String numstat(TreeDiff diff) {
        return diff.files().stream()
                .map(file -> file.additions() + "\t" + file.deletions() + "\t" + file.path() + "\0")
                .collect(joining());
    }
}
