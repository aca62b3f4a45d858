package dev.capy.core.source.merge;

import java.util.Objects;

/**
 * A path that a merge cannot decide. Immutable.
 *
 * @param path where, without a leading slash
 * @param kind what collides there
 */
public record MergeConflict(String path, Kind kind) {

    /** What collides. */
    public enum Kind {
        LINES("both changed the same lines"),
        BINARY("both changed a binary file"),
        MODIFIED_AND_DELETED("one side changed it, the other deleted it"),
        RENAMED_AND_DELETED("one side renamed it, the other deleted it"),
        RENAMED_APART("both renamed it, to different paths"),
        ADDED_APART("both added it, with different content or mode"),
        FILE_AND_DIRECTORY("a file on one side, a directory on the other");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What a person is told. */
        public String words() {
            return words;
        }
    }

    public MergeConflict {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
    }

    /** For example {@code README.md (both changed the same lines)}. */
    @Override
    public String toString() {
        return path + " (" + kind.words() + ")";
    }
}
