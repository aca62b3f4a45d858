package dev.capy.core.source.git;

import dev.capy.core.files.Content;
import dev.capy.core.files.Directory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The ids git gives to objects: SHA-1, as 40 lower-case hex digits. Pure functions; thread-safe. Contents and directories
 * remember theirs, so that an id costs a hash of what nobody asked about before.
 */
public final class GitObjectIds {

    private GitObjectIds() {}

    /** The id of a file's bytes, as {@code git hash-object} gives it. */
    public static String blob(Content content) {
        return content.gitId(all -> sha1("blob", all.bytes()));
    }

    /**
     * The id of a directory, as {@code git write-tree} gives it: of permissions only the executable bit counts, and
     * directories without any file below are left out.
     */
    public static String tree(Directory directory) {
        return directory.gitId(all -> sha1("tree", TreeObject.of(all)));
    }

    /**
     * The id of a commit, as {@code git commit-tree} gives it.
     *
     * @param treeId the id of its tree
     * @param parents ids of its parents, the first one the branch it was made on; empty for a first commit
     * @param message as stored, with the newline at the end that git's own commands put there
     */
    public static String commit(
            String treeId, List<String> parents, GitSignature author, GitSignature committer, String message) {
        StringBuilder text = new StringBuilder("tree ").append(treeId).append('\n');
        parents.forEach(parent -> text.append("parent ").append(parent).append('\n'));
        text.append("author ").append(author.line()).append('\n');
        text.append("committer ").append(committer.line()).append("\n\n").append(message);
        return sha1("commit", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha1(String type, byte[] body) {
        MessageDigest digest = newSha1();
        digest.update((type + " " + body.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(body));
    }

    private static MessageDigest newSha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
