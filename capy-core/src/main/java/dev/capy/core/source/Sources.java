package dev.capy.core.source;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.source.git.GitSignature;
import java.util.List;
import java.util.Optional;

/** The repositories of a world and their history. Thread-safe; the state is the transaction's. */
public final class Sources {

    private static final Table<Repository> REPOSITORIES =
            Table.of("repositories", Repository.class, Repository::fullName);
    private static final Table<Branch> BRANCHES = Table.of("branches", Branch.class, Branch::id);
    private static final Table<SourceCommit> COMMITS = Table.of("commits", SourceCommit.class, SourceCommit::key);

    public Sources(Registry registry) {
        registry.tables(REPOSITORIES, BRANCHES, COMMITS);
    }

    /** Adds a repository whose default branch holds {@code files} in one first commit. */
    public void add(Tx tx, Repository repository, FileTree files, GitSignature author) {
        tx.insert(REPOSITORIES, repository);
        SourceCommit first =
                store(tx, SourceCommit.of(repository.fullName(), List.of(), author, "Initial commit", files));
        tx.insert(BRANCHES, new Branch(repository.fullName(), repository.defaultBranch(), first.id(), first.id()));
    }

    /** The repository of this name. */
    public Optional<Repository> repository(View view, String fullName) {
        return view.find(REPOSITORIES, fullName);
    }

    /** The branch of this name. */
    public Optional<Branch> branch(View view, String repoFullName, String name) {
        return view.find(BRANCHES, Branch.id(repoFullName, name));
    }

    /** The commit with this id. */
    public SourceCommit commit(View view, String repoFullName, String id) {
        return view.get(COMMITS, SourceCommit.key(repoFullName, id));
    }

    /** The newest commit of a branch. */
    public Optional<SourceCommit> head(View view, String repoFullName, String branch) {
        return branch(view, repoFullName, branch).map(found -> commit(view, repoFullName, found.head()));
    }

    /** Whether a branch has a commit that was made on it. */
    public boolean hasOwnCommits(View view, String repoFullName, String branch) {
        return branch(view, repoFullName, branch)
                .filter(found -> !found.head().equals(found.start()))
                .isPresent();
    }

    /**
     * Makes a branch.
     *
     * @param from the id of the commit that it starts at
     */
    public Branch createBranch(Tx tx, String repoFullName, String name, String from) {
        commit(tx, repoFullName, from);
        return tx.insert(BRANCHES, new Branch(repoFullName, name, from, from));
    }

    /**
     * Commits a whole tree on top of a branch.
     *
     * @throws Invalid when the tree is the branch's already: there is nothing to commit
     */
    public SourceCommit commit(
            Tx tx, String repoFullName, String branch, FileTree files, GitSignature author, String message) {
        Branch onto = tx.get(BRANCHES, Branch.id(repoFullName, branch));
        if (commit(tx, repoFullName, onto.head()).tree().equals(files)) {
            throw new Invalid("nothing to commit, working tree clean");
        }
        SourceCommit made = store(tx, SourceCommit.of(repoFullName, List.of(onto.head()), author, message, files));
        tx.update(BRANCHES, onto.at(made.id()));
        return made;
    }

    private static SourceCommit store(Tx tx, SourceCommit commit) {
        return tx.find(COMMITS, commit.key()).orElseGet(() -> tx.insert(COMMITS, commit));
    }
}
