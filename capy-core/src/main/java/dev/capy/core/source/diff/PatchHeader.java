package dev.capy.core.source.diff;

import dev.capy.core.source.git.GitObjectIds;
import org.jspecify.annotations.Nullable;

/** What a git patch says of a file before its hunks. */
final class PatchHeader {

    private static final int ABBREVIATED = 7;
    private static final String NOWHERE = "/dev/null";
    private static final String NO_ID = "0".repeat(40);

    private PatchHeader() {}

    /** From {@code diff --git} to {@code index}; the ids in full when {@code binary}. */
    static String of(Change change, boolean binary) {
        String names = "diff --git " + QuotedPath.of("a/" + change.pathBefore()) + " "
                + QuotedPath.of("b/" + change.path()) + "\n";
        return names + modes(change.before(), change.after()) + rename(change) + index(change, binary);
    }

    /** The {@code ---} and {@code +++} lines. */
    static String fileLines(Change change) {
        String old = side("a/", change.before());
        String now = side("b/", change.after());
        return "--- " + old + end(old) + "+++ " + now + end(now);
    }

    static String binaryMarker(Change change) {
        return "Binary files " + side("a/", change.before()) + " and " + side("b/", change.after()) + " differ\n";
    }

    private static String modes(@Nullable Entry before, @Nullable Entry after) {
        if (before == null) {
            return after == null ? "" : "new file mode " + after.gitMode() + "\n";
        }
        if (after == null) {
            return "deleted file mode " + before.gitMode() + "\n";
        }
        return before.gitMode().equals(after.gitMode())
                ? ""
                : "old mode " + before.gitMode() + "\nnew mode " + after.gitMode() + "\n";
    }

    private static String rename(Change change) {
        return change.state() == FileState.RENAMED
                ? "similarity index " + change.similarity() + "%\nrename from " + QuotedPath.of(change.pathBefore())
                        + "\nrename to " + QuotedPath.of(change.path()) + "\n"
                : "";
    }

    private static String index(Change change, boolean binary) {
        String ids = "index " + id(change.before(), binary) + ".." + id(change.after(), binary);
        if (change.before() == null || change.after() == null) {
            return ids + "\n";
        }
        if (change.keepsContent()) {
            return "";
        }
        String mode = change.before().gitMode();
        return ids + (mode.equals(change.after().gitMode()) ? " " + mode : "") + "\n";
    }

    private static String id(@Nullable Entry side, boolean full) {
        String id = side == null ? NO_ID : GitObjectIds.blob(side.content());
        return full ? id : id.substring(0, ABBREVIATED);
    }

    private static String side(String prefix, @Nullable Entry entry) {
        return entry == null ? NOWHERE : QuotedPath.of(prefix + entry.path());
    }

    /** A tab ends a name with a space in it, or a reader could take what follows the space for a date. */
    private static String end(String name) {
        return name.indexOf(' ') >= 0 ? "\t\n" : "\n";
    }
}
