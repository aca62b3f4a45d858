package dev.capy.core.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.files.Node;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final FileTree DISK =
            FileTree.EMPTY.with("/d/f", FileNode.of("f")).with("/file", FileNode.of("file"));

    @Test
    void carriesOutWhatIsDue() {
        List<Effect> effects = List.of(
                new Effect.Wrote(Duration.ofSeconds(1), "/a", FileNode.of("1")),
                new Effect.Removed(Duration.ofSeconds(2), "/d/f"),
                new Effect.Wrote(Duration.ofSeconds(3), "/a", FileNode.of("3")));

        assertThat(Effects.apply(DISK, effects, Duration.ZERO)).isEqualTo(DISK);
        assertThat(Effects.apply(DISK, effects, Duration.ofSeconds(2)).file("/a"))
                .contains(FileNode.of("1"));
        assertThat(Effects.apply(DISK, effects, Duration.ofSeconds(2)).at("/d/f"))
                .isEmpty();
        assertThat(Effects.apply(DISK, effects, Duration.ofSeconds(3)).file("/a"))
                .contains(FileNode.of("3"));
    }

    @Test
    void removesNothingWhereNothingIs() {
        assertThat(apply(new Effect.Removed(Duration.ZERO, "/no/where"))).isEqualTo(DISK);
        assertThat(apply(new Effect.Removed(Duration.ZERO, "/file/below"))).isEqualTo(DISK);
    }

    @Test
    void skipsWritesThatMeetTheWrongKind() {
        assertThat(apply(wrote("/file/below", FileNode.of("x")))).isEqualTo(DISK);
        assertThat(apply(wrote("/d", FileNode.of("x")))).isEqualTo(DISK);
        assertThat(apply(wrote("/file", Directory.EMPTY))).isEqualTo(DISK);
        assertThat(apply(wrote("/", FileNode.of("x")))).isEqualTo(DISK);
    }

    @Test
    void makesMissingDirectories() {
        assertThat(apply(wrote("/x/y/z", FileNode.of("z"))).file("/x/y/z")).isPresent();
    }

    @Test
    void mergesDirectories() {
        Directory written =
                Directory.EMPTY.withMode(0700).with("g", FileNode.of("g")).with("f", FileNode.of("new"));

        FileTree merged = apply(wrote("/d", written));

        assertThat(merged.file("/d/f")).contains(FileNode.of("new"));
        assertThat(merged.file("/d/g")).contains(FileNode.of("g"));
        assertThat(merged.at("/d"))
                .hasValueSatisfying(node -> assertThat(node.mode()).isEqualTo(0700));
        assertThat(apply(wrote("/d", Directory.EMPTY))).isEqualTo(DISK);
    }

    private static FileTree apply(Effect effect) {
        return Effects.apply(DISK, List.of(effect), Duration.ZERO);
    }

    private static Effect wrote(String path, Node node) {
        return new Effect.Wrote(Duration.ZERO, path, node);
    }
}
