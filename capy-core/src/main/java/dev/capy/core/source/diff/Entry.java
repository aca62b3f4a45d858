package dev.capy.core.source.diff;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;

/** A file and its path in the tree, without a leading slash. Immutable. */
public record Entry(String path, FileNode file) {

    String baseName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Content content() {
        return file.content();
    }

    /** The mode as git writes it: all it knows of permissions is the executable bit. */
    String gitMode() {
        return file.isExecutable() ? "100755" : "100644";
    }
}
