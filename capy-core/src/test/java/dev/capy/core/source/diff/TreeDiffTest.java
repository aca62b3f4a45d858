package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import org.junit.jupiter.api.Test;

class TreeDiffTest {

    private static final FileTree TREE = FileTree.EMPTY
            .with("b/x", FileNode.of("one\ntwo\n"))
            .with("a.txt", FileNode.of("1\n"))
            .with("a/y", FileNode.of("2\n"));

    @Test
    void isEmptyForTheSameTree() {
        TreeDiff diff = TreeDiff.between(TREE, TREE);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.patch()).isEmpty();
    }

    @Test
    void isEmptyForAnEqualTreeThatSharesNothing() {
        FileTree rebuilt = FileTree.EMPTY;
        for (var entry : TREE.files().entrySet()) {
            rebuilt = rebuilt.with(
                    entry.getKey(), FileNode.of(entry.getValue().content().text()));
        }

        assertThat(TreeDiff.between(TREE, rebuilt).isEmpty()).isTrue();
    }

    @Test
    void ignoresWhatGitDoesNotKeep() {
        FileTree after = TREE.with(
                        "b/x", new FileNode(TREE.file("b/x").orElseThrow().content(), 0600, "app"))
                .with("new/empty/directory", Directory.EMPTY)
                .with("a", TREE.directory("a").orElseThrow().withMode(0700));

        assertThat(TreeDiff.between(TREE, after).isEmpty()).isTrue();
    }

    @Test
    void listsFilesByPathAndAddsUpTheirLines() {
        FileTree after = TREE.with("b/x", FileNode.of("one\n2\n3\n"))
                .with("a.txt", FileNode.of("1\n1\n"))
                .without("a/y")
                .with("c", FileNode.of("something else\n"));

        TreeDiff diff = TreeDiff.between(TREE, after);

        assertThat(diff.files()).extracting(FileDiff::path).containsExactly("a.txt", "a/y", "b/x", "c");
        assertThat(diff.additions()).isEqualTo(1 + 2 + 1);
        assertThat(diff.deletions()).isEqualTo(1 + 1);
        assertThat(diff.patch()).startsWith("diff --git a/a.txt b/a.txt\n").contains("\ndiff --git a/c b/c\n");
    }

    @Test
    void takesAFileThatBecameADirectoryForADeletionAndAdditions() {
        FileTree after = TREE.with("b", FileNode.of("a file now, nothing like the others\n"));

        assertThat(TreeDiff.between(TREE, after).files())
                .extracting(FileDiff::path, FileDiff::state)
                .containsExactly(tuple("b", FileState.ADDED), tuple("b/x", FileState.DELETED));
        assertThat(TreeDiff.between(after, TREE).files())
                .extracting(FileDiff::path, FileDiff::state)
                .containsExactly(tuple("b", FileState.DELETED), tuple("b/x", FileState.ADDED));
    }

    @Test
    void doesNotWalkWhatBothTreesShare() {
        Directory vast = Directory.EMPTY.with("file", FileNode.of("one of 2^60\n"));
        for (int depth = 0; depth < 60; depth++) {
            vast = Directory.EMPTY.with("left", vast).with("right", vast);
        }
        FileTree before = FileTree.EMPTY.with("vast", vast).with("vast/left/new", FileNode.of("1\n"));

        FileDiff diff = OneFile.between(before, before.with("vast/left/new", FileNode.of("2\n")));

        assertThat(diff.path()).isEqualTo("vast/left/new");
    }
}
