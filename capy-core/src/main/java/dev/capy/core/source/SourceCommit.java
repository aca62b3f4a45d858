package dev.capy.core.source;

import dev.capy.core.files.FileTree;
import dev.capy.core.source.git.GitObjectIds;
import dev.capy.core.source.git.GitSignature;
import java.util.List;
import java.util.Objects;

/**
 * A commit of a repository.
 *
 * @param repoFullName whose commit it is
 * @param id the id that git gives it: 40 lower-case hex digits
 * @param parents the ids of the commits it follows; none for the first one, two for a merge
 * @param author who made it, and when
 * @param message what it says, ending in a newline
 * @param tree all files as they are after it
 */
public record SourceCommit(
        String repoFullName, String id, List<String> parents, GitSignature author, String message, FileTree tree) {

    public SourceCommit {
        Objects.requireNonNull(repoFullName, "repoFullName");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(tree, "tree");
        parents = List.copyOf(parents);
    }

    static SourceCommit of(
            String repoFullName, List<String> parents, GitSignature author, String message, FileTree tree) {
        String stored = message.endsWith("\n") ? message : message + "\n";
        String id = GitObjectIds.commit(GitObjectIds.tree(tree.root()), parents, author, author, stored);
        return new SourceCommit(repoFullName, id, parents, author, stored, tree);
    }

    static String key(String repoFullName, String id) {
        return repoFullName + "@" + id;
    }

    String key() {
        return key(repoFullName, id);
    }
}
