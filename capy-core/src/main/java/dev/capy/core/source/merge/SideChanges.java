package dev.capy.core.source.merge;

import dev.capy.core.files.FileNode;
import dev.capy.core.source.diff.Change;
import dev.capy.core.source.diff.Entry;
import dev.capy.core.source.diff.TreeChanges;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one side did.
 *
 * @param fates what became of the base's files that it touched, by where the base has them
 * @param added files that are none of the base's, by path
 */
record SideChanges(SortedMap<String, Change> fates, SortedMap<String, FileNode> added) {

    /** @param others what the other side did: only where it touched a file does it matter where that has gone */
    static SideChanges of(TreeChanges changes, TreeChanges others) {
        SideChanges side = new SideChanges(new TreeMap<>(), new TreeMap<>());
        Set<String> followed = touched(others);
        changes.withRenames(followed::contains).forEach(side::put);
        return side;
    }

    private static Set<String> touched(TreeChanges changes) {
        Set<String> paths = new TreeSet<>();
        Stream.concat(
                        changes.deleted().stream().map(Entry::path),
                        changes.modified().stream().map(Change::path))
                .forEach(paths::add);
        return paths;
    }

    private void put(Change change) {
        Entry after = change.after();
        if (change.before() != null) {
            fates.put(change.pathBefore(), change);
        } else if (after != null) {
            added.put(after.path(), after.file());
        }
    }
}
