package dev.capy.core.source.diff;

import dev.capy.core.files.FileTree;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The difference of two file trees. Only paths, bytes and the executable bit count; owners, other permission bits and
 * empty directories do not. Immutable and thread-safe.
 *
 * @param files the files that differ, sorted by path; a rename is one entry, at its new path
 */
public record TreeDiff(List<FileDiff> files) {

    public TreeDiff {
        files = List.copyOf(files);
    }

    /**
     * What leads from {@code before} to {@code after}. The same trees always give the same diff. Directories that both
     * trees share are not walked, so the cost follows the size of the change.
     */
    public static TreeDiff between(FileTree before, FileTree after) {
        TreeChanges changes = TreeChanges.between(before.root(), after.root());
        return new TreeDiff(changes.withRenames().stream()
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .map(FileDiff::of)
                .toList());
    }

    /** Whether the trees are alike. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Lines added, over all files. */
    public int additions() {
        return files.stream().mapToInt(FileDiff::additions).sum();
    }

    /** Lines deleted, over all files. */
    public int deletions() {
        return files.stream().mapToInt(FileDiff::deletions).sum();
    }

    /** The patches of all files, one after the other: what {@code git apply} takes, unless a file is binary. */
    public String patch() {
        return files.stream().map(FileDiff::patch).collect(Collectors.joining());
    }
}
