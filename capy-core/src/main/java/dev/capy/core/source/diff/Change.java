package dev.capy.core.source.diff;

import dev.capy.core.files.Content;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file's two sides. Immutable.
 *
 * @param before null when it is added
 * @param after null when it is deleted
 * @param similarity how much of a renamed file was kept, in percent; 0 in other states
 */
public record Change(@Nullable Entry before, @Nullable Entry after, int similarity) {

    static Change added(Entry after) {
        return new Change(null, after, 0);
    }

    static Change deleted(Entry before) {
        return new Change(before, null, 0);
    }

    static Change modified(Entry before, Entry after) {
        return new Change(before, after, 0);
    }

    static Change renamed(Entry before, Entry after, int similarity) {
        return new Change(before, after, similarity);
    }

    /** What happened to it. */
    public FileState state() {
        if (before == null) {
            return FileState.ADDED;
        }
        if (after == null) {
            return FileState.DELETED;
        }
        return before.path().equals(after.path()) ? FileState.MODIFIED : FileState.RENAMED;
    }

    /** Where it is; where it was, when it is deleted. */
    public String path() {
        return after != null ? after.path() : pathBefore();
    }

    /** Where it was; where it is, when it was nowhere. */
    public String pathBefore() {
        return Objects.requireNonNull(before != null ? before : after).path();
    }

    Content contentBefore() {
        return before == null ? Content.EMPTY : before.content();
    }

    Content contentAfter() {
        return after == null ? Content.EMPTY : after.content();
    }

    /** Whether no byte of it differs, a missing side counting as an empty file. */
    boolean keepsContent() {
        return contentBefore().equals(contentAfter());
    }
}
