package dev.capy.core.source.merge;

import dev.capy.core.files.FileTree;
import java.util.List;

/**
 * Two trees that grew out of one, brought together as git does it: a file that one side changed is that side's; one that
 * both changed is merged by its lines, if it is UTF-8; a rename of one side takes the other's changes along. Files follow
 * no rename of their neighbours. Immutable and thread-safe.
 *
 * @param tree the merged tree; where there are conflicts, the tree as far as it could be decided
 * @param conflicts what cannot be decided, sorted by path
 */
public record TreeMerge(FileTree tree, List<MergeConflict> conflicts) {

    public TreeMerge {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Merges {@code theirs} into {@code ours}. What only {@code ours} has and git knows nothing of (owners, other
     * permission bits) stays. Directories that all share are not walked, so the cost follows the size of the changes.
     *
     * @param base what both grew out of
     */
    public static TreeMerge of(FileTree base, FileTree ours, FileTree theirs) {
        return new TreeMerger(base, ours, theirs).merge();
    }

    /** Whether nothing is left to be decided. */
    public boolean isClean() {
        return conflicts.isEmpty();
    }
}
