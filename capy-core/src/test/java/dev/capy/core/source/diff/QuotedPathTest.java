package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import org.junit.jupiter.api.Test;

class QuotedPathTest {

    @Test
    void leavesUsualPathsAlone() {
        assertThat(QuotedPath.of("src/a b-c_d.'e'$.txt")).isEqualTo("src/a b-c_d.'e'$.txt");
    }

    @Test
    void escapesQuotesBackslashesAndControlCharacters() {
        assertThat(QuotedPath.of("say \"hi\"")).isEqualTo("\"say \\\"hi\\\"\"");
        assertThat(QuotedPath.of("a\\b")).isEqualTo("\"a\\\\b\"");
        assertThat(QuotedPath.of("\u0007\b\t\n\u000b\f\r\u0001\u007f"))
                .isEqualTo("\"\\a\\b\\t\\n\\v\\f\\r\\001\\177\"");
    }

    @Test
    void writesOtherAlphabetsAsOctalBytes() {
        assertThat(QuotedPath.of("straße")).isEqualTo("\"stra\\303\\237e\"");
        assertThat(QuotedPath.of("😀")).isEqualTo("\"\\360\\237\\230\\200\"");
    }

    @Test
    void quotesThePrefixWithThePath() {
        FileTree before = FileTree.EMPTY.with("ü", FileNode.of("1\n"));

        assertThat(OneFile.between(before, before.with("ü", FileNode.of("2\n"))).patch())
                .contains(
                        "diff --git \"a/\\303\\274\" \"b/\\303\\274\"\n",
                        "--- \"a/\\303\\274\"\n+++ \"b/\\303\\274\"\n");
    }

    @Test
    void endsANameWithASpaceWithATab() {
        FileTree after = FileTree.EMPTY.with("a b", FileNode.of("1\n"));

        assertThat(OneFile.between(FileTree.EMPTY, after).patch())
                .contains("diff --git a/a b b/a b\n", "--- /dev/null\n+++ b/a b\t\n");
    }
}
