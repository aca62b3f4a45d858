package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileNode;
import org.junit.jupiter.api.Test;

class AddedAndDeletedFilesTest {

    @Test
    void addsAllLinesOfANewFile() {
        FileDiff diff = OneFile.added(FileNode.of("one\ntwo\n"));

        assertThat(diff.state()).isEqualTo(FileState.ADDED);
        assertThat(diff.state().wire()).isEqualTo("added");
        assertThat(diff.additions()).isEqualTo(2);
        assertThat(diff.deletions()).isZero();
        assertThat(diff.previousPath()).isNull();
        assertThat(diff.patch()).isEqualTo("""
                diff --git a/x b/x
                new file mode 100644
                index 0000000..814f4a4
                --- /dev/null
                +++ b/x
                @@ -0,0 +1,2 @@
                +one
                +two
                """);
    }

    @Test
    void saysThatANewFileIsExecutable() {
        assertThat(OneFile.added(FileNode.of("one\n").withMode(0700)).patch()).contains("new file mode 100755\n");
    }

    @Test
    void addsAnEmptyFileWithoutHunks() {
        FileDiff diff = OneFile.added(FileNode.of(""));

        assertThat(diff.binary()).isFalse();
        assertThat(diff.patch()).isEqualTo("""
                diff --git a/x b/x
                new file mode 100644
                index 0000000..e69de29
                """);
    }

    @Test
    void deletesAllLinesOfAFileThatIsGone() {
        FileDiff diff = OneFile.deleted(FileNode.of("one\ntwo").withMode(0755));

        assertThat(diff.state()).isEqualTo(FileState.DELETED);
        assertThat(diff.deletions()).isEqualTo(2);
        assertThat(diff.patch()).isEqualTo("""
                diff --git a/x b/x
                deleted file mode 100755
                index 9ed40b4..0000000
                --- a/x
                +++ /dev/null
                @@ -1,2 +0,0 @@
                -one
                -two
                \\ No newline at end of file
                """);
    }

    @Test
    void deletesAnEmptyFileWithoutHunks() {
        assertThat(OneFile.deleted(FileNode.of("")).patch()).isEqualTo("""
                diff --git a/x b/x
                deleted file mode 100644
                index e69de29..0000000
                """);
    }
}
