package dev.capy.core.source.merge;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.source.diff.Lines;
import dev.capy.core.source.merge.MergeConflict.Kind;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file that both sides have.
 *
 * @param file what became of it; our side's where it cannot be decided
 * @param conflict why it cannot be decided; null when it can
 */
record FileMerge(FileNode file, @Nullable Kind conflict) {

    static FileMerge of(FileNode base, FileNode ours, FileNode theirs) {
        boolean flippedByThem = theirs.isExecutable() != base.isExecutable();
        FileNode kept = flippedByThem ? ours.withMode(theirs.mode()) : ours;
        if (ours.content().equals(theirs.content()) || theirs.content().equals(base.content())) {
            return new FileMerge(kept, null);
        } else if (ours.content().equals(base.content())) {
            return new FileMerge(kept.with(theirs.content()), null);
        } else if (Stream.of(base, ours, theirs).anyMatch(side -> side.content().isBinary())) {
            return new FileMerge(kept, Kind.BINARY);
        }
        return lines(base.content(), ours.content(), theirs.content())
                .map(merged -> new FileMerge(kept.with(merged), null))
                .orElseGet(() -> new FileMerge(kept, Kind.LINES));
    }

    /** Of two new files: as git sees it an empty one goes with any other, both grew out of nothing. */
    static FileMerge ofAdded(FileNode ours, FileNode theirs) {
        FileMerge merge = of(ours.with(Content.EMPTY), ours, theirs);
        boolean together = merge.conflict() == null && ours.isExecutable() == theirs.isExecutable();
        return new FileMerge(merge.file(), together ? null : Kind.ADDED_APART);
    }

    private static Optional<Content> lines(Content base, Content ours, Content theirs) {
        return LineMerge.of(Lines.of(base.text()), Lines.of(ours.text()), Lines.of(theirs.text()))
                .map(lines -> Content.of(String.join("", lines)));
    }
}
