package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import org.junit.jupiter.api.Test;

class BinaryFilesTest {

    private static final FileNode WITH_NUL = FileNode.of("a\0b\n");
    private static final FileNode NO_UTF_8 = FileNode.of(Content.of(new byte[] {(byte) 0xff, '\n'}));

    @Test
    void marksOtherBytesWithoutCountingLines() {
        FileDiff diff = OneFile.changed(WITH_NUL, FileNode.of("text\n"));

        assertThat(diff.binary()).isTrue();
        assertThat(diff.additions() + diff.deletions()).isZero();
        assertThat(diff.patch()).isEqualTo("""
                diff --git a/x b/x
                index 1a23e4be731d2f539deeea324686d000ccdfbfcd..8e27be7d6154a1f68ea9160ef0e18691d20560dc 100644
                Binary files a/x and b/x differ
                """);
    }

    @Test
    void marksANewAndADeletedFile() {
        assertThat(OneFile.added(NO_UTF_8).patch()).endsWith("\nBinary files /dev/null and b/x differ\n");
        assertThat(OneFile.deleted(NO_UTF_8).patch()).endsWith("\nBinary files a/x and /dev/null differ\n");
    }

    @Test
    void hasNoMarkerWhenOnlyTheModeDiffers() {
        FileDiff diff = OneFile.changed(WITH_NUL, WITH_NUL.withMode(0755));

        assertThat(diff.binary()).isTrue();
        assertThat(diff.patch()).endsWith("new mode 100755\n");
    }
}
