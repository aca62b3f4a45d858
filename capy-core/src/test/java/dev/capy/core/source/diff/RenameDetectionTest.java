package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenameDetectionTest {

    @Test
    void followsAFileThatKeptItsBytes() {
        FileDiff diff = OneFile.between(tree("old/x", "same\n"), tree("new/y", "same\n"));

        assertThat(diff.state()).isEqualTo(FileState.RENAMED);
        assertThat(diff.path()).isEqualTo("new/y");
        assertThat(diff.previousPath()).isEqualTo("old/x");
        assertThat(diff.patch()).isEqualTo("""
                diff --git a/old/x b/new/y
                similarity index 100%
                rename from old/x
                rename to new/y
                """);
    }

    @Test
    void followsAFileThatKeptMostOfItsLines() {
        FileNode after = FileNode.of("one\ntwo\nthree\n4\n").withMode(0755);

        FileDiff diff = OneFile.between(tree("x", "one\ntwo\nthree\nfour\n"), FileTree.EMPTY.with("y", after));

        assertThat(diff.patch()).isEqualTo("""
                diff --git a/x b/y
                old mode 100644
                new mode 100755
                similarity index 73%
                rename from x
                rename to y
                index f384549..edb299e
                --- a/x
                +++ b/y
                @@ -1,4 +1,4 @@
                 one
                 two
                 three
                -four
                +4
                """);
    }

    @Test
    void needsHalfOfTheBytes() {
        assertThat(states(tree("x", "12345\n12345678\n"), tree("y", "12345\nabcdefgh\n")))
                .isEqualTo("x deleted, y added");
        assertThat(states(tree("x", "12345678\n1234567\n"), tree("y", "12345678\nabcdefg\n")))
                .isEqualTo("y renamed from x");
    }

    @Test
    void takesTheSameBytesBeforeTheSameName() {
        FileTree before = tree("a/index.js", "one\ntwo\nthree\n").with("b/other.js", FileNode.of("one\ntwo\n"));

        assertThat(states(before, tree("c/index.js", "one\ntwo\n")))
                .isEqualTo("a/index.js deleted, c/index.js renamed from b/other.js");
    }

    @Test
    void takesTheSameNameOfTwoWithTheSameBytes() {
        FileTree before = tree("a/x", "same\n").with("b/y", FileNode.of("same\n"));
        FileTree after = tree("c/y", "same\n").with("d/x", FileNode.of("same\n"));

        assertThat(states(before, after)).isEqualTo("c/y renamed from b/y, d/x renamed from a/x");
    }

    @Test
    void breaksTiesByPath() {
        FileTree before = tree("b", "1\n2\n3\n").with("a", FileNode.of("1\n2\n4\n"));
        FileTree after = tree("d", "1\n2\n5\n").with("c", FileNode.of("1\n2\n6\n"));

        assertThat(states(before, after)).isEqualTo("c renamed from a, d renamed from b");
    }

    @Test
    void usesASourceOnce() {
        FileTree after = tree("y", "same\n").with("z", FileNode.of("same\n"));

        assertThat(states(tree("x", "same\n"), after)).isEqualTo("y renamed from x, z added");
    }

    @Test
    void leavesAFileAloneThatIsStillThere() {
        FileTree before = tree("x", "same\n");

        assertThat(states(before, before.with("y", FileNode.of("same\n")))).isEqualTo("y added");
    }

    @Test
    void followsSameBytesOnlyWhenThereAreTooManyCandidates() {
        FileTree before = FileTree.EMPTY;
        FileTree after = FileTree.EMPTY.with("after/same", FileNode.of("n 7\ncommon\ncommon\ncommon\n"));
        for (int n : IntStream.range(0, 402).toArray()) {
            before = before.with("before/" + n, FileNode.of("n " + n + "\ncommon\ncommon\ncommon\n"));
            after = after.with("after/" + n, FileNode.of("n +" + n + "\ncommon\ncommon\ncommon\n"));
        }

        assertThat(TreeDiff.between(before, after).files())
                .filteredOn(file -> file.state() == FileState.RENAMED)
                .extracting(FileDiff::previousPath, FileDiff::path)
                .containsExactly(tuple("before/7", "after/same"));
    }

    private static FileTree tree(String path, String text) {
        return FileTree.EMPTY.with(path, FileNode.of(text));
    }

    private static String states(FileTree before, FileTree after) {
        return TreeDiff.between(before, after).files().stream()
                .map(file -> file.path() + " " + file.state().wire()
                        + (file.previousPath() == null ? "" : " from " + file.previousPath()))
                .collect(Collectors.joining(", "));
    }
}
