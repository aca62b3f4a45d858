package dev.capy.core.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.files.Content;
import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitObjectIdsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.750Z");
    private static final FileTree TREE = FileTree.EMPTY
            .with("lib", FileNode.of("sorts after lib.js? no: a file\n"))
            .with("a/b/c", FileNode.of("deep"))
            .with("a.txt", FileNode.of("before the directory a/, as '.' is before '/'\n"))
            .with("a0", FileNode.of("after it\n").withMode(0700))
            .with("bin/run", FileNode.of("#!/bin/sh\n").withMode(0755))
            .with("straße", FileNode.of("ü"))
            .with("\uFF5E", FileNode.of("before the emoji in bytes, after it in chars"))
            .with("😀", FileNode.of(""))
            .with("empty/below", Directory.EMPTY);

    @TempDir
    Path temporary;

    @Test
    void knowsTheIdsEveryoneKnows() {
        assertThat(GitObjectIds.blob(Content.EMPTY)).isEqualTo("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assertThat(GitObjectIds.tree(Directory.EMPTY)).isEqualTo("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    }

    @Test
    void leavesDirectoriesWithoutFilesOutOfATree() {
        FileTree withEmptyOnes = FileTree.EMPTY.with("empty/below", Directory.EMPTY);

        assertThat(GitObjectIds.tree(withEmptyOnes.root())).isEqualTo(GitObjectIds.tree(Directory.EMPTY));
    }

    @Test
    void agreesWithGitOnBlobs() {
        Git.assumeInstalled();
        String text = "one\r\ntwo\0three ü";

        String id = new Git(temporary).run(Map.of(), text, "hash-object", "--no-filters", "--stdin");

        assertThat(GitObjectIds.blob(Content.of(text))).isEqualTo(id);
    }

    @Test
    void agreesWithGitOnTrees() throws IOException {
        assertThat(GitObjectIds.tree(TREE.root())).isEqualTo(storedTree());
    }

    @Test
    void agreesWithGitOnCommits() throws IOException {
        String tree = storedTree();
        GitSignature author = new GitSignature("Ada Lovelace", "ada@example.com", NOON);
        GitSignature committer = new GitSignature("Capy", "capy@example.com", NOON.plusSeconds(90));

        String first = GitObjectIds.commit(tree, List.of(), author, committer, "Begin\n");
        String second = GitObjectIds.commit(tree, List.of(first), author, committer, "Go on\n");
        String merge = GitObjectIds.commit(tree, List.of(first, second), author, committer, "Süß\n\nWith a body\n");

        assertThat(first).isEqualTo(commitTree(author, committer, "Begin\n", tree));
        assertThat(second).isEqualTo(commitTree(author, committer, "Go on\n", tree, "-p", first));
        assertThat(merge)
                .isEqualTo(commitTree(author, committer, "Süß\n\nWith a body\n", tree, "-p", first, "-p", second));
    }

    @Test
    void refusesNamesThatWouldBreakACommit() {
        assertThatThrownBy(() -> new GitSignature("Eve <eve@example.com>", "eve@example.com", NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name must not hold");
    }

    @Test
    void areRememberedByWhatTheyAreOf() {
        Content content = Content.of("one\n");
        Directory directory = Directory.EMPTY.with("a", FileNode.of(content));
        String blob = GitObjectIds.blob(content);
        String tree = GitObjectIds.tree(directory);

        assertThat(content.gitId(all -> "worked out again")).isEqualTo(blob);
        assertThat(directory.gitId(all -> "worked out again")).isEqualTo(tree);
        assertThat(directory).isEqualTo(Directory.EMPTY.with("a", FileNode.of("one\n")));
    }

    @Test
    void areWorkedOutAnewForWhatChanged() {
        Directory before = TREE.root();
        String id = GitObjectIds.tree(before);

        FileTree after = TREE.with("a/b/c", FileNode.of("changed"));

        assertThat(GitObjectIds.tree(after.root())).isNotEqualTo(id);
        assertThat(GitObjectIds.tree(after.with("a/b/c", FileNode.of("deep")).root()))
                .isEqualTo(id);
        assertThat(GitObjectIds.tree(before.withMode(0700)))
                .as("git does not know it")
                .isEqualTo(id);
    }

    private String storedTree() throws IOException {
        Git.assumeInstalled();
        Git.assumeUnicodeFileNames();
        Git git = new Git(temporary);
        git.run("init", "--quiet", "--template=");
        git.write(TREE);
        git.run("add", "--all");
        return git.run("write-tree");
    }

    private String commitTree(GitSignature author, GitSignature committer, String message, String... treeAndParents) {
        Map<String, String> environment = Map.of(
                "GIT_AUTHOR_NAME", author.name(),
                "GIT_AUTHOR_EMAIL", author.email(),
                "GIT_AUTHOR_DATE", author.when().getEpochSecond() + " +0000",
                "GIT_COMMITTER_NAME", committer.name(),
                "GIT_COMMITTER_EMAIL", committer.email(),
                "GIT_COMMITTER_DATE", committer.when().getEpochSecond() + " +0000");
        String[] command = new String[treeAndParents.length + 1];
        command[0] = "commit-tree";
        System.arraycopy(treeAndParents, 0, command, 1, treeAndParents.length);
        return new Git(temporary).run(environment, message, command);
    }
}
