package dev.capy.core.source;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.source.git.GitSignature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The repositories of a world and their history. Thread-safe; the state is the transaction's. */
public final class Sources {

    private static final Table<Repository> REPOSITORIES =
            Table.of("repositories", Repository.class, Repository::fullName);
    private static final Table<Branch> BRANCHES = Table.of("branches", Branch.class, Branch::id);
    private static final Index<Branch, String> BY_REPOSITORY = BRANCHES.index(Branch::repoFullName);
    private static final Index<Branch, String> BY_HEAD =
            BRANCHES.index(branch -> SourceCommit.key(branch.repoFullName(), branch.head()));
    private static final Table<SourceCommit> COMMITS = Table.of("commits", SourceCommit.class, SourceCommit::key);

    private final History history = new History(COMMITS);

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

    /** All repositories, in the order of the fixture. */
    public Rows<Repository> repositories(View view) {
        return view.all(REPOSITORIES);
    }

    /** The repository of this name. */
    public Optional<Repository> repository(View view, String fullName) {
        return view.find(REPOSITORIES, fullName);
    }

    /** The branch of this name. */
    public Optional<Branch> branch(View view, String repoFullName, String name) {
        return view.find(BRANCHES, Branch.id(repoFullName, name));
    }

    /** The branches of a repository, in the order they were made. */
    public Rows<Branch> branches(View view, String repoFullName) {
        return view.where(BY_REPOSITORY, repoFullName);
    }

    /** The branches whose newest commit is the one with this id. */
    public Rows<Branch> branchesAt(View view, String repoFullName, String commit) {
        return view.where(BY_HEAD, SourceCommit.key(repoFullName, commit));
    }

    /** The commit with this id. */
    public SourceCommit commit(View view, String repoFullName, String id) {
        return view.get(COMMITS, SourceCommit.key(repoFullName, id));
    }

    /** The newest commit of a branch. */
    public Optional<SourceCommit> head(View view, String repoFullName, String branch) {
        return branch(view, repoFullName, branch).map(found -> commit(view, repoFullName, found.head()));
    }

    /**
     * The newest commit of a branch, or the commit with an id.
     *
     * @throws NotFound when {@code branchOrId} is neither
     */
    public SourceCommit resolve(View view, String repoFullName, String branchOrId) {
        return head(view, repoFullName, branchOrId)
                .or(() -> view.find(COMMITS, SourceCommit.key(repoFullName, branchOrId)))
                .orElseThrow(() -> new NotFound(repoFullName + " has no branch and no commit " + branchOrId));
    }

    /**
     * The commits of a branch, newest first, those that a merge brought in among them; walked as far as the stream is
     * read.
     *
     * @param branchOrId a branch, or the id of the commit to start at
     * @throws NotFound when {@code branchOrId} is neither
     */
    public Stream<SourceCommit> log(View view, String repoFullName, String branchOrId) {
        return history.log(view, resolve(view, repoFullName, branchOrId));
    }

    /**
     * Whether one commit follows another, or is the same.
     *
     * @param ancestor a branch, or the id of a commit
     * @param descendant the same
     * @throws NotFound when one is neither
     */
    public boolean isAncestor(View view, String repoFullName, String ancestor, String descendant) {
        return history.isAncestor(view, resolve(view, repoFullName, ancestor), resolve(view, repoFullName, descendant));
    }

    /**
     * The newest commit that two have in common: what a merge of them starts from. Where merges went both ways there are
     * several as good, and it is the last made.
     *
     * @param one a branch, or the id of a commit
     * @param other the same
     * @throws NotFound when one is neither
     */
    public Optional<SourceCommit> mergeBase(View view, String repoFullName, String one, String other) {
        return history.mergeBase(view, resolve(view, repoFullName, one), resolve(view, repoFullName, other));
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
        return commit(tx, onto, List.of(onto.head()), files, author, message);
    }

    /** Commits a whole tree that follows these commits, and moves the branch there. */
    SourceCommit commit(Tx tx, Branch onto, List<String> parents, FileTree files, GitSignature author, String message) {
        SourceCommit made = store(tx, SourceCommit.of(onto.repoFullName(), parents, author, message, files));
        move(tx, onto, made.id());
        return made;
    }

    /** Moves the branch to a commit. */
    void move(Tx tx, Branch branch, String commit) {
        tx.update(BRANCHES, branch.at(commit));
        tx.emit(new BranchMoved(branch.repoFullName(), branch.name(), commit));
    }

    private static SourceCommit store(Tx tx, SourceCommit commit) {
        return tx.find(COMMITS, commit.key()).orElseGet(() -> tx.insert(COMMITS, commit));
    }
}
