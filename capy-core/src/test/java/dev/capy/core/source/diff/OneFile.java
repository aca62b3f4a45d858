package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;

/** Diffs of trees in which one file differs. */
final class OneFile {

    private OneFile() {}

    static FileDiff changed(String before, String after) {
        return changed(FileNode.of(before), FileNode.of(after));
    }

    static FileDiff changed(FileNode before, FileNode after) {
        return between(FileTree.EMPTY.with("x", before), FileTree.EMPTY.with("x", after));
    }

    static FileDiff added(FileNode file) {
        return between(FileTree.EMPTY, FileTree.EMPTY.with("x", file));
    }

    static FileDiff deleted(FileNode file) {
        return between(FileTree.EMPTY.with("x", file), FileTree.EMPTY);
    }

    static FileDiff between(FileTree before, FileTree after) {
        TreeDiff diff = TreeDiff.between(before, after);
        assertThat(diff.files()).hasSize(1);
        return diff.files().get(0);
    }
}
