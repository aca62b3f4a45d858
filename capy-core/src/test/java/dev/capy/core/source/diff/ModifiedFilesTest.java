package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileNode;
import org.junit.jupiter.api.Test;

class ModifiedFilesTest {

    @Test
    void replacesALine() {
        FileDiff diff = OneFile.changed("one\ntwo\n", "one\n2\n");

        assertThat(diff.state()).isEqualTo(FileState.MODIFIED);
        assertThat(diff.additions()).isEqualTo(1);
        assertThat(diff.deletions()).isEqualTo(1);
        assertThat(diff.patch()).isEqualTo("""
                diff --git a/x b/x
                index 814f4a4..99b356d 100644
                --- a/x
                +++ b/x
                @@ -1,2 +1,2 @@
                 one
                -two
                +2
                """);
    }

    @Test
    void hasNoHunksWhenOnlyTheModeDiffers() {
        FileNode file = FileNode.of("one\n");

        assertThat(OneFile.changed(file, file.withMode(0755)).patch()).isEqualTo("""
                diff --git a/x b/x
                old mode 100644
                new mode 100755
                """);
    }

    @Test
    void saysTheModesOnceWhenTheBytesDifferToo() {
        assertThat(OneFile.changed(FileNode.of("1\n").withMode(0755), FileNode.of("2\n"))
                        .patch())
                .isEqualTo("""
                diff --git a/x b/x
                old mode 100755
                new mode 100644
                index d00491f..0cfbf08
                --- a/x
                +++ b/x
                @@ -1 +1 @@
                -1
                +2
                """);
    }

    @Test
    void showsThatTheLastNewlineWentAway() {
        assertThat(OneFile.changed("one\ntwo\n", "one\ntwo").patch()).endsWith("""
                @@ -1,2 +1,2 @@
                 one
                -two
                +two
                \\ No newline at end of file
                """);
    }

    @Test
    void showsThatTheLastLineGotItsNewline() {
        assertThat(OneFile.changed("one", "one\ntwo\n").patch()).endsWith("""
                @@ -1 +1,2 @@
                -one
                \\ No newline at end of file
                +one
                +two
                """);
    }

    @Test
    void marksAnUnchangedLastLineThatHasNoNewline() {
        assertThat(OneFile.changed("one\ntwo", "1\ntwo").patch()).endsWith("""
                -one
                +1
                 two
                \\ No newline at end of file
                """);
    }

    @Test
    void fillsAndEmptiesAFile() {
        assertThat(OneFile.changed("", "one\n").patch()).endsWith("--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+one\n");
        assertThat(OneFile.changed("one\n", "").patch()).endsWith("--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-one\n");
    }

    @Test
    void keepsCarriageReturnsInTheirLines() {
        assertThat(OneFile.changed("a\r\nb\rc\r\n", "a\nb\rc\r\n").patch())
                .endsWith("@@ -1,2 +1,2 @@\n-a\r\n+a\n b\rc\r\n");
    }

    @Test
    void readsTheLinesOfAnotherAlphabet() {
        assertThat(OneFile.changed("ü\n", "日本\n").patch()).endsWith("-ü\n+日本\n");
    }
}
