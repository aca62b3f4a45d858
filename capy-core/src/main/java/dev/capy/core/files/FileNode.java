package dev.capy.core.files;

import java.util.Objects;

/**
 * A regular file.
 *
 * @param content its bytes
 * @param mode permission bits, 0 to 07777, for example 0644
 * @param owner the name of the owning user
 */
public record FileNode(Content content, int mode, String owner) implements Node {

    /** Mode of a file that nobody gave one. */
    public static final int DEFAULT_MODE = 0644;

    public FileNode {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(owner, "owner");
        if (mode < 0 || mode > 07777) {
            throw new IllegalArgumentException("mode must be 0 to 07777, was " + Integer.toOctalString(mode));
        }
    }

    /** A file of root's with mode 0644. */
    public static FileNode of(String text) {
        return of(Content.of(text));
    }

    /** A file of root's with mode 0644. */
    public static FileNode of(Content content) {
        return new FileNode(content, DEFAULT_MODE, "root");
    }

    /** This file with other bytes, its mode and owner kept. */
    public FileNode with(Content other) {
        return new FileNode(other, mode, owner);
    }

    /** This file with other permission bits. */
    public FileNode withMode(int other) {
        return new FileNode(content, other, owner);
    }

    /** Whether its owner may execute it. */
    public boolean isExecutable() {
        return (mode & 0100) != 0;
    }
}
