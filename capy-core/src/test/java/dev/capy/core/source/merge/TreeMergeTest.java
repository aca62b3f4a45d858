package dev.capy.core.source.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.Content;
import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import org.junit.jupiter.api.Test;

class TreeMergeTest {

    private static final String LINES = "one\ntwo\nthree\nfour\nfive\n";
    private static final FileNode FILE = FileNode.of(LINES);
    private static final FileNode TOP_CHANGED = FileNode.of(LINES.replace("one", "1"));
    private static final FileNode END_CHANGED = FileNode.of(LINES.replace("five", "5"));
    private static final FileNode BOTH_CHANGED =
            FileNode.of(LINES.replace("one", "1").replace("five", "5"));
    private static final FileTree BASE = FileTree.EMPTY.with("a", FILE).with("d/b", FileNode.of("something else\n"));

    @Test
    void takesTheSideThatChangedAFile() {
        FileTree ours = BASE.with("a", TOP_CHANGED).with("new/x", FILE);
        FileTree theirs = BASE.with("d/b", END_CHANGED).with("y", FileNode.of("y\n"));

        assertThat(merged(ours, theirs))
                .isEqualTo(BASE.with("a", TOP_CHANGED)
                        .with("new/x", FILE)
                        .with("d/b", END_CHANGED)
                        .with("y", FileNode.of("y\n")));
    }

    @Test
    void mergesTheLinesOfAFileThatBothChanged() {
        assertThat(merged(BASE.with("a", TOP_CHANGED), BASE.with("a", END_CHANGED)))
                .isEqualTo(BASE.with("a", BOTH_CHANGED));
    }

    @Test
    void deletesWhatOneSideDeletedAndTheDirectoryWithIt() {
        assertThat(merged(BASE.with("a", TOP_CHANGED), BASE.without("d/b")))
                .isEqualTo(FileTree.EMPTY.with("a", TOP_CHANGED));
    }

    @Test
    void takesWhatBothDidAlike() {
        FileTree both = BASE.without("a").with("new", FileNode.of("new\n")).with("d/b", TOP_CHANGED);

        assertThat(merged(both, both)).isEqualTo(both);
    }

    @Test
    void takesAModeFromOneSideAndBytesFromTheOther() {
        assertThat(merged(BASE.with("a", FILE.withMode(0755)), BASE.with("a", END_CHANGED)))
                .isEqualTo(BASE.with("a", END_CHANGED.withMode(0755)));
        assertThat(merged(BASE.with("a", END_CHANGED), BASE.with("a", FILE.withMode(0755))))
                .isEqualTo(BASE.with("a", END_CHANGED.withMode(0755)));
    }

    @Test
    void keepsTheOwnersThatGitKnowsNothingOf() {
        FileNode owned = new FileNode(FILE.content(), 0600, "app");

        assertThat(merged(BASE.with("a", owned), BASE.with("a", TOP_CHANGED)))
                .isEqualTo(BASE.with("a", owned.with(TOP_CHANGED.content())));
    }

    @Test
    void bringsChangesToWhereAFileWasRenamed() {
        FileTree renamed = BASE.without("a").with("new/place", TOP_CHANGED);
        FileTree expected = BASE.without("a").with("new/place", BOTH_CHANGED);

        assertThat(merged(renamed, BASE.with("a", END_CHANGED))).isEqualTo(expected);
        assertThat(merged(BASE.with("a", END_CHANGED), renamed)).isEqualTo(expected);
        assertThat(merged(renamed, BASE.without("a").with("new/place", END_CHANGED)))
                .as("both renamed it alike")
                .isEqualTo(expected);
    }

    @Test
    void reportsLinesThatBothChanged() {
        FileTree theirs = BASE.with("a", FileNode.of(LINES.replace("one", "uno")));

        assertThat(conflicts(BASE.with("a", TOP_CHANGED), theirs)).isEqualTo("[a (both changed the same lines)]");
    }

    @Test
    void reportsABinaryFileThatBothChanged() {
        FileTree theirs = BASE.with("a", FileNode.of(Content.of(new byte[] {1, 0, 2})));

        assertThat(conflicts(BASE.with("a", TOP_CHANGED), theirs)).isEqualTo("[a (both changed a binary file)]");
        assertThat(merged(BASE, theirs)).isEqualTo(theirs);
    }

    @Test
    void reportsAFileThatOneSideChangedAndTheOtherDeleted() {
        String report = "[a (one side changed it, the other deleted it)]";

        assertThat(conflicts(BASE.with("a", TOP_CHANGED), BASE.without("a"))).isEqualTo(report);
        assertThat(conflicts(BASE.without("a"), BASE.with("a", TOP_CHANGED))).isEqualTo(report);
        assertThat(conflicts(BASE.without("a"), BASE.with("a", FILE.withMode(0755))))
                .isEqualTo(report);
    }

    @Test
    void reportsRenamesThatDoNotGoTogether() {
        FileTree renamed = BASE.without("a").with("x", FILE);

        assertThat(conflicts(renamed, BASE.without("a"))).isEqualTo("[x (one side renamed it, the other deleted it)]");
        assertThat(conflicts(renamed, BASE.without("a").with("y", FILE)))
                .isEqualTo("[a (both renamed it, to different paths)]");
    }

    @Test
    void reportsDifferentFilesAddedAtOnePath() {
        String report = "[x (both added it, with different content or mode)]";

        assertThat(conflicts(BASE.with("x", TOP_CHANGED), BASE.with("x", END_CHANGED)))
                .isEqualTo(report);
        assertThat(conflicts(BASE.with("x", TOP_CHANGED), BASE.with("x", TOP_CHANGED.withMode(0755))))
                .isEqualTo(report);
        assertThat(conflicts(BASE.without("a").with("x", FILE), BASE.with("x", END_CHANGED)))
                .as("a rename counts as well")
                .isEqualTo(report);
    }

    @Test
    void reportsAFileWhereTheOtherSideHasADirectory() {
        String report = "[x (a file on one side, a directory on the other)]";

        assertThat(conflicts(BASE.with("x", FILE), BASE.with("x/y", FILE))).isEqualTo(report);
        assertThat(conflicts(BASE.with("x/y", FILE), BASE.with("x", FILE))).isEqualTo(report);
        assertThat(merged(BASE, BASE.without("d").with("d", FILE)))
                .as("what is gone is in nobody's way")
                .isEqualTo(BASE.without("d").with("d", FILE));
    }

    @Test
    void reportsEveryPathInOrder() {
        FileTree ours = BASE.with("a", TOP_CHANGED).with("d/b", TOP_CHANGED);
        FileTree theirs = BASE.with("a", FileNode.of("x\n")).without("d");

        assertThat(TreeMerge.of(BASE, ours, theirs).conflicts())
                .extracting(MergeConflict::path)
                .containsExactly("a", "d/b");
    }

    /** Git 2.39 takes the other side's file for the renamed one and so loses what is at the old path now. */
    @Test
    void keepsAFileThatGitWouldDrop() {
        FileTree ours = BASE.with("a", FileNode.of("a file of its own\n")).with("x", FILE);
        FileTree theirs = BASE.without("a").with("x", FILE);

        assertThat(conflicts(ours, theirs)).isEqualTo("[x (both added it, with different content or mode)]");
    }

    @Test
    void doesNotWalkWhatAllShare() {
        Directory vast = Directory.EMPTY.with("file", FileNode.of("one of 2^60\n"));
        for (int depth = 0; depth < 60; depth++) {
            vast = Directory.EMPTY.with("left", vast).with("right", vast);
        }
        FileTree base = BASE.with("vast", vast);

        TreeMerge merge =
                TreeMerge.of(base, base.with("a", TOP_CHANGED), base.with("vast/left/new", FileNode.of("new\n")));

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.tree().file("vast/left/new")).isPresent();
    }

    private static FileTree merged(FileTree ours, FileTree theirs) {
        TreeMerge merge = TreeMerge.of(BASE, ours, theirs);
        assertThat(merge.conflicts()).isEmpty();
        return merge.tree();
    }

    private static String conflicts(FileTree ours, FileTree theirs) {
        return TreeMerge.of(BASE, ours, theirs).conflicts().toString();
    }
}
