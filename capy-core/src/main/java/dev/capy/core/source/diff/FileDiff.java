package dev.capy.core.source.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file that differs between two trees. Immutable and thread-safe.
 *
 * @param path where the file is, or was when it is deleted; without a leading slash
 * @param previousPath where it was before a rename, null in all other states
 * @param state what happened to it
 * @param additions lines added; 0 when binary
 * @param deletions lines deleted; 0 when binary
 * @param binary whether one side is no text (a NUL byte, or no UTF-8), so that no lines can be told
 * @param patch a complete git patch of this file, ending in a newline. Of a binary file whose bytes differ it holds the
 *     marker {@code Binary files a/x and b/x differ} with full blob ids: {@code git apply} cannot make the bytes from
 *     that and refuses the patch, unless its repository already has the blobs
 */
public record FileDiff(
        String path,
        @Nullable String previousPath,
        FileState state,
        int additions,
        int deletions,
        boolean binary,
        String patch) {

    /** This file with another text for its patch. */
    public FileDiff withPatch(String other) {
        return new FileDiff(path, previousPath, state, additions, deletions, binary, other);
    }

    static FileDiff of(Change change) {
        Entry before = change.before();
        boolean binary =
                change.contentBefore().isBinary() || change.contentAfter().isBinary();
        List<Edit> edits = List.of();
        String body = "";
        if (!change.keepsContent()) {
            if (binary) {
                body = PatchHeader.binaryMarker(change);
            } else {
                List<String> old = Lines.of(change.contentBefore().text());
                List<String> now = Lines.of(change.contentAfter().text());
                edits = LineDiff.between(old, now);
                body = PatchHeader.fileLines(change) + Hunks.of(old, now, edits);
            }
        }
        return new FileDiff(
                change.path(),
                before != null && change.state() == FileState.RENAMED ? before.path() : null,
                change.state(),
                edits.stream().mapToInt(Edit::added).sum(),
                edits.stream().mapToInt(Edit::deleted).sum(),
                binary,
                PatchHeader.of(change, binary) + body);
    }
}
