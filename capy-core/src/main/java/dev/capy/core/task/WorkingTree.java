package dev.capy.core.task;

import dev.capy.core.files.FileTree;
import dev.capy.core.project.ProjectRepo;

/** A repository's checkout on a machine's disk. */
final class WorkingTree {

    private WorkingTree() {}

    /** All its files; none where it is not checked out. */
    static FileTree of(FileTree disk, ProjectRepo repo) {
        return disk.directory("/home/" + repo.name()).map(FileTree::new).orElse(FileTree.EMPTY);
    }
}
