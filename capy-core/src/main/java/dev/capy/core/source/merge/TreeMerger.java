package dev.capy.core.source.merge;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.source.diff.Change;
import dev.capy.core.source.diff.Entry;
import dev.capy.core.source.diff.FileState;
import dev.capy.core.source.diff.TreeChanges;
import dev.capy.core.source.merge.MergeConflict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The work of one merge: decides file by file what goes and what is placed, then does that to our tree. */
final class TreeMerger {

    private final FileTree oursTree;
    private final SideChanges ours;
    private final SideChanges theirs;
    private final SortedSet<String> removed = new TreeSet<>();
    private final SortedMap<String, FileNode> placed = new TreeMap<>();
    private final SortedMap<String, Kind> conflicts = new TreeMap<>();

    TreeMerger(FileTree base, FileTree ours, FileTree theirs) {
        oursTree = ours;
        TreeChanges here = TreeChanges.between(base.root(), ours.root());
        TreeChanges there = TreeChanges.between(base.root(), theirs.root());
        this.ours = SideChanges.of(here, there);
        this.theirs = SideChanges.of(there, here);
    }

    TreeMerge merge() {
        SortedSet<String> touched = new TreeSet<>(ours.fates().keySet());
        touched.addAll(theirs.fates().keySet());
        touched.forEach(
                path -> decide(path, ours.fates().get(path), theirs.fates().get(path)));
        ours.added().forEach(this::place);
        theirs.added().forEach(this::place);
        FileTree tree = apply();
        List<MergeConflict> undecided = new ArrayList<>();
        conflicts.forEach((path, kind) -> undecided.add(new MergeConflict(path, kind)));
        return new TreeMerge(tree, undecided);
    }

    private void decide(String path, @Nullable Change mine, @Nullable Change other) {
        if (mine == null || other == null) {
            move(path, Objects.requireNonNull(mine == null ? other : mine));
        } else if (mine.after() == null || other.after() == null) {
            decideDeleted(path, mine, other);
        } else {
            decideChanged(path, mine, other, mine.after(), other.after());
        }
    }

    /** Only one side touched it. */
    private void move(String path, Change change) {
        Entry after = change.after();
        if (change.state() != FileState.MODIFIED) {
            removed.add(path);
        }
        if (after != null) {
            place(after.path(), after.file());
        }
    }

    private void decideDeleted(String path, Change mine, Change other) {
        Change kept = mine.after() == null ? other : mine;
        if (kept.state() == FileState.RENAMED) {
            conflict(kept.path(), Kind.RENAMED_AND_DELETED);
        } else if (kept.state() == FileState.MODIFIED) {
            conflict(path, Kind.MODIFIED_AND_DELETED);
        }
    }

    private void decideChanged(String path, Change mine, Change other, Entry here, Entry there) {
        boolean apart = mine.state() == FileState.RENAMED && other.state() == FileState.RENAMED;
        if (apart && !here.path().equals(there.path())) {
            conflict(path, Kind.RENAMED_APART);
            return;
        }
        String target = mine.state() == FileState.RENAMED ? here.path() : there.path();
        FileNode base = Objects.requireNonNull(mine.before()).file();
        FileMerge merge = FileMerge.of(base, here.file(), there.file());
        if (merge.conflict() != null) {
            conflict(target, merge.conflict());
        }
        if (!target.equals(path)) {
            removed.add(path);
        }
        place(target, merge.file());
    }

    /** Both may want a file of their own at one path; that is well when the two go together. */
    private void place(String path, FileNode file) {
        FileNode present = placed.putIfAbsent(path, file);
        if (present != null) {
            FileMerge merge = FileMerge.ofAdded(present, file);
            placed.put(path, merge.file());
            if (merge.conflict() != null) {
                conflict(path, merge.conflict());
            }
        }
    }

    private void conflict(String path, Kind kind) {
        conflicts.putIfAbsent(path, kind);
    }

    private FileTree apply() {
        FileTree tree = oursTree;
        for (String path : removed) {
            tree = without(tree, path);
        }
        for (var entry : placed.entrySet()) {
            tree = with(tree, entry.getKey(), entry.getValue());
        }
        return tree;
    }

    /** Without a file, and without the directories that held nothing else, of which git knows nothing. */
    private static FileTree without(FileTree tree, String path) {
        if (tree.file(path).isEmpty()) {
            return tree;
        }
        FileTree left = tree.without(path);
        String above = parent(path);
        while (!above.isEmpty()
                && left.directory(above).filter(Directory::isEmpty).isPresent()) {
            left = left.without(above);
            above = parent(above);
        }
        return left;
    }

    private FileTree with(FileTree tree, String path, FileNode file) {
        for (String above = parent(path); !above.isEmpty(); above = parent(above)) {
            if (tree.file(above).isPresent()) {
                conflict(above, Kind.FILE_AND_DIRECTORY);
                return tree;
            }
        }
        if (tree.directory(path).filter(there -> !there.files().isEmpty()).isPresent()) {
            conflict(path, Kind.FILE_AND_DIRECTORY);
            return tree;
        }
        return tree.with(
                path, tree.file(path).map(present -> changed(present, file)).orElse(file));
    }

    /** What git knows nothing of stays as we have it. */
    private static FileNode changed(FileNode present, FileNode file) {
        int mode = present.isExecutable() == file.isExecutable() ? present.mode() : file.mode();
        return present.with(file.content()).withMode(mode);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
