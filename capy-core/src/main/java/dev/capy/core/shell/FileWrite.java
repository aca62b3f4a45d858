package dev.capy.core.shell;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import java.util.Objects;

/**
 * A file that a program leaves behind. Immutable and thread-safe.
 *
 * @param path absolute, or relative to the directory in which the program runs; missing directories are made
 * @param content its bytes
 * @param mode permission bits, 0 to 07777
 */
public record FileWrite(String path, Content content, int mode) {

    public FileWrite {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(content, "content");
    }

    /** A text file with mode 0644. */
    public static FileWrite of(String path, String text) {
        return new FileWrite(path, Content.of(text), FileNode.DEFAULT_MODE);
    }
}
