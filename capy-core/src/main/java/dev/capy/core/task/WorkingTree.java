package dev.capy.core.task;

import dev.capy.core.files.FileTree;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.source.ignore.GitIgnore;
import java.util.List;
import java.util.Optional;

/** A repository's checkout on a machine's disk. */
final class WorkingTree {

    private WorkingTree() {}

    /**
     * All its files that are tracked or not ignored; none where it is not checked out.
     *
     * @param tracked what is committed already
     */
    static FileTree committable(FileTree disk, ProjectRepo repo, FileTree tracked) {
        FileTree checkout =
                disk.directory("/home/" + repo.name()).map(FileTree::new).orElse(FileTree.EMPTY);
        return GitIgnore.committable(checkout, tracked);
    }

    /** What keeps a file from being written at {@code path}; empty when nothing does. */
    static Optional<String> obstacle(FileTree disk, String path) {
        List<String> names = FileTree.segments(path);
        for (int depth = 1; depth < names.size(); depth++) {
            String above = "/" + String.join("/", names.subList(0, depth));
            if (disk.file(above).isPresent()) {
                return Optional.of(above + " is a file");
            }
        }
        return disk.directory(path).map(directory -> path + " is a directory");
    }
}
