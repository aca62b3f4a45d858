package dev.capy.core.source.diff;

import dev.capy.core.files.Directory;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files that differ between two directories, renames not yet told. Walks both in parallel and skips what they share.
 *
 * @param deleted files only the first has
 * @param added files only the second has
 * @param modified files of the same path that differ in bytes or in the executable bit
 */
public record TreeChanges(List<Entry> deleted, List<Entry> added, List<Change> modified) {

    /** What leads from one directory to the other. */
    public static TreeChanges between(Directory before, Directory after) {
        TreeChanges changes = new TreeChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        changes.compare("", before, after);
        return changes;
    }

    /** All of them with renames told, in no particular order. */
    public List<Change> withRenames() {
        return RenameDetection.apply(this, entry -> true, path -> true);
    }

    /**
     * All of them with the renames told that a merge has to follow, in no particular order. As in git, an empty file is
     * never one, and one whose bytes changed is looked for only where that matters.
     *
     * @param followed whether it matters where the bytes of the file at this path have gone
     */
    public List<Change> withRenames(Predicate<String> followed) {
        return RenameDetection.apply(this, entry -> entry.content().size() > 0, followed);
    }

    private void compare(String prefix, Directory before, Directory after) {
        if (before == after) {
            return;
        }
        before.forEach((name, node) ->
                compareNodes(prefix + name, node, after.get(name).orElse(null)));
        after.forEach((name, node) -> {
            if (before.get(name).isEmpty()) {
                collect(prefix + name, node, added);
            }
        });
    }

    private void compareNodes(String path, Node before, @Nullable Node after) {
        if (before == after) {
            return;
        }
        if (before instanceof Directory was && after instanceof Directory is) {
            compare(path + "/", was, is);
        } else if (before instanceof FileNode was && after instanceof FileNode is) {
            compareFiles(path, was, is);
        } else {
            collect(path, before, deleted);
            if (after != null) {
                collect(path, after, added);
            }
        }
    }

    private void compareFiles(String path, FileNode before, FileNode after) {
        if (before.isExecutable() != after.isExecutable() || !before.content().equals(after.content())) {
            modified.add(Change.modified(new Entry(path, before), new Entry(path, after)));
        }
    }

    private static void collect(String path, Node node, List<Entry> found) {
        if (node instanceof FileNode file) {
            found.add(new Entry(path, file));
        } else if (node instanceof Directory directory) {
            directory.forEach((name, child) -> collect(path + "/" + name, child, found));
        }
    }
}
