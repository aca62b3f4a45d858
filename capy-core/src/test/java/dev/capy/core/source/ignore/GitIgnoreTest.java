package dev.capy.core.source.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.source.git.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitIgnoreTest {

    private static final List<String> LINES = List.of(
            "*.log",
            "!keep.log",
            "build",
            "build/",
            "/a",
            "a/b",
            "**/b",
            "a/**",
            "a/**/c",
            "?",
            "[ab]",
            "[!a].txt",
            "# no",
            "",
            "  ",
            "b ",
            "\\!x",
            "*",
            "!*/",
            "!a",
            "c/",
            "/*/b",
            "*.txt",
            "d/*",
            "!d/a.txt",
            "\\#x");
    private static final List<String> NAMES =
            List.of("a", "b", "c", "d", "build", "x.log", "keep.log", "a.txt", "b.txt", "!x", "#x");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "*.log, x.log",
        "*.log, deep/er/x.log",
        "node_modules/, node_modules/a/b.js",
        "/dist, dist/x",
        "docs/*.md, docs/a.md",
        "a/**/z, a/b/c/z",
        "**/z, z",
        "[abc].txt, b.txt",
        "'spaced ', spaced"
    })
    void keepsOut(String line, String path) {
        assertThat(committed(line, path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/dist, src/dist/x",
        "docs/*.md, docs/deep/a.md",
        "node_modules/, node_modules",
        "# a comment, a",
        "[!b].txt, b.txt",
        "a?c, a/c"
    })
    void letsIn(String line, String path) {
        assertThat(committed(line, path)).isTrue();
    }

    @Test
    void theLastLineCountsAndThatOfADirectoryBelowAfterThoseAbove() {
        FileTree tree = tree("a.log", "b.log", "deep/a.log")
                .with(".gitignore", FileNode.of("*.log\n!b.log\n"))
                .with("deep/.gitignore", FileNode.of("!a.log\n"));

        assertThat(GitIgnore.committable(tree, FileTree.EMPTY).files().keySet())
                .containsExactly(".gitignore", "b.log", "deep/.gitignore", "deep/a.log");
    }

    @Test
    void whatIsTrackedStays() {
        FileTree tracked = tree("x.log");
        FileTree now = tree("x.log", "y.log").with(".gitignore", FileNode.of("*.log\n"));

        assertThat(GitIgnore.committable(now, tracked).files().keySet()).containsExactly(".gitignore", "x.log");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void agreesWithGit(int part) throws IOException {
        Git.assumeInstalled();
        for (int seed = part * 1000; seed < part * 1000 + 10; seed++) {
            FileTree tree = random(new Random(seed));
            Git git = new Git(directory.resolve("r" + seed));
            Files.createDirectory(git.directory());
            git.write(tree);
            git.run("init", "-q");
            git.run("add", "-A");

            List<String> listed = Arrays.asList(git.run("ls-files", "-z").split("\0", -1));

            assertThat(GitIgnore.committable(tree, FileTree.EMPTY).files().keySet())
                    .as(
                            "seed %s with %s",
                            seed,
                            tree.file(".gitignore").map(file -> file.content().text()))
                    .isEqualTo(new TreeSet<>(listed.subList(0, listed.size() - 1)));
        }
    }

    private static FileTree random(Random random) {
        FileTree tree = FileTree.EMPTY.with(".gitignore", FileNode.of(lines(random)));
        for (int i = 0; i < 30; i++) {
            StringBuilder path = new StringBuilder(name(random));
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                path.append('/').append(name(random));
            }
            tree = free(tree, path.toString()) ? tree.with(path.toString(), FileNode.of("x")) : tree;
        }
        return tree.directory("a").isPresent() ? tree.with("a/.gitignore", FileNode.of(lines(random))) : tree;
    }

    private static boolean free(FileTree tree, String path) {
        boolean free = tree.at(path).isEmpty();
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            free &= tree.file(path.substring(0, slash)).isEmpty();
        }
        return free;
    }

    private static String lines(Random random) {
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            lines.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
        }
        return lines.toString();
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static FileTree tree(String... paths) {
        FileTree tree = FileTree.EMPTY;
        for (String path : paths) {
            tree = tree.with(path, FileNode.of("x"));
        }
        return tree;
    }

    private static boolean committed(String line, String path) {
        FileTree tree = tree(path).with(".gitignore", FileNode.of(line + "\n"));
        return GitIgnore.committable(tree, FileTree.EMPTY).file(path).isPresent();
    }
}
