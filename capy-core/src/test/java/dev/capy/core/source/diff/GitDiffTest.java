package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.source.git.Git;
import dev.capy.core.source.git.GitObjectIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Byte for byte what {@code git diff} says, where the two have no choice. */
class GitDiffTest {

    private static final FileTree BEFORE = FileTree.EMPTY
            .with("bin/run", FileNode.of("#!/bin/sh\nexit 0\n"))
            .with("docs/a b.md", FileNode.of("one\ntwo\n"))
            .with("docs/straße\t.md", FileNode.of("one\ntwo"))
            .with("empty", FileNode.of(""))
            .with("gone.txt", FileNode.of("only line").withMode(0755))
            .with("moved/exact.txt", FileNode.of("alpha\nbeta\n"))
            .with("moved/similar.txt", FileNode.of(numbers(1, 20)))
            .with("numbers", FileNode.of(numbers(1, 40)))
            .with("turns", FileNode.of("into a directory\n"))
            .with("windows.txt", FileNode.of("a\r\nb\r\n"));

    private static final FileTree AFTER = BEFORE.with(
                    "bin/run", FileNode.of("#!/bin/sh\nexit 0\n").withMode(0755))
            .with("docs/a b.md", FileNode.of("one\n2\n").withMode(0755))
            .with("docs/straße\t.md", FileNode.of("one\ntwo\n"))
            .with("empty", FileNode.of("no more"))
            .with("new and \"empty\"", FileNode.of(""))
            .without("gone.txt")
            .without("moved")
            .with("here/exact.txt", FileNode.of("alpha\nbeta\n"))
            .with("here/alike.txt", FileNode.of("0\n" + numbers(1, 20)).withMode(0755))
            .with("numbers", FileNode.of("0\n" + numbers(1, 9) + numbers(11, 16) + numbers(18, 39)))
            .without("turns")
            .with("turns/file", FileNode.of("nothing like it, in any line\n"))
            .with("windows.txt", FileNode.of("a\r\nb\n"));

    @TempDir
    Path temporary;

    @Test
    void saysWhatGitSays() throws IOException {
        Git.assumeInstalled();
        Git.assumeUnicodeFileNames();
        Git git = new Git(temporary);
        git.run("init", "--quiet", "--template=");
        String before = storedTree(git, BEFORE);
        String after = storedTree(git, AFTER);

        String said = git.run("-c", "core.abbrev=7", "-c", "diff.indentHeuristic=false", "diff", "-M", before, after);

        String withoutSections = said.replaceAll("(?m)^(@@ .* @@).*$", "$1");
        assertThat(TreeDiff.between(BEFORE, AFTER).patch()).isEqualTo(withoutSections + "\n");
    }

    private String storedTree(Git git, FileTree tree) throws IOException {
        for (String path : git.read().files().keySet()) {
            Files.delete(temporary.resolve(path));
        }
        if (Files.exists(temporary.resolve("turns"))) {
            Files.delete(temporary.resolve("turns"));
        }
        git.write(tree);
        git.run("add", "--all");
        String id = git.run("write-tree");
        assertThat(GitObjectIds.tree(tree.root())).isEqualTo(id);
        return id;
    }

    private static String numbers(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(i).append('\n');
        }
        return text.toString();
    }
}
