package dev.capy.core.provisioning;

import dev.capy.core.files.FileTree;
import dev.capy.core.vm.VmSize;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a prepared machine has come to, for others to start with. Immutable, and shared by them all.
 *
 * @param size how big a machine it takes
 * @param files all that is on it
 * @param commits the id of the commit that each repository is checked out at, by the repository's full name
 */
public record Disk(VmSize size, FileTree files, SortedMap<String, String> commits) {

    public Disk {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(files, "files");
        commits = Collections.unmodifiableSortedMap(new TreeMap<>(commits));
    }
}
