package dev.capy.core.source;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What machines say of the commits of a world's repositories: reported from outside, or run by the repositories
 * themselves (see {@link CiJob}). Thread-safe; the state is the transaction's.
 */
public final class Checks {

    /** What the checks of a commit say together. */
    public enum State {
        /** There are none. */
        NONE,
        /** One has not come out yet. */
        PENDING,
        /** All have come out well. */
        SUCCESS,
        /** All have come out, one of them badly. */
        FAILURE
    }

    private static final Table<Check> CHECKS = Table.of("checks", Check.class, Check::id);
    private static final Index<Check, Check.Commit> BY_COMMIT = CHECKS.index(Check::ofCommit);

    private final Sources sources;

    public Checks(Registry registry, Sources sources, PullRequests pullRequests) {
        this.sources = sources;
        registry.tables(CHECKS);
        new ContinuousIntegration(registry, sources, pullRequests, this);
    }

    /**
     * Says how a check of a commit stands; the first word about a check makes it.
     *
     * @param branchOrCommit a branch, for its newest commit, or the id of a commit
     * @param name what tells the check apart from others of the commit
     * @param conclusion how it came out; null for a check that has started, or started again
     * @throws Invalid when the name is blank
     * @throws NotFound when there is no such branch and no such commit
     */
    public Check report(
            Tx tx, String repoFullName, String branchOrCommit, String name, @Nullable Conclusion conclusion) {
        if (name.isBlank()) {
            throw Invalid.at("$.name", "The name of a check must not be blank");
        }
        String commit = sources.resolve(tx, repoFullName, branchOrCommit).id();
        Optional<Check> present = find(tx, repoFullName, commit, name);
        Check pending = Check.pending(repoFullName, commit, name, tx.now());
        Check next = conclusion == null ? pending : present.orElse(pending).completed(conclusion, tx.now());
        tx.emit(new CheckReported(repoFullName, commit));
        return present.isPresent() ? tx.update(CHECKS, next) : tx.insert(CHECKS, next);
    }

    /** The check of this name. */
    public Optional<Check> find(View view, String repoFullName, String commit, String name) {
        return view.find(CHECKS, Check.id(repoFullName, commit, name));
    }

    /** The checks of a commit, in the order they were first heard of. */
    public List<Check> of(View view, String repoFullName, String commit) {
        return view.where(BY_COMMIT, new Check.Commit(repoFullName, commit))
                .oldestFirst()
                .toList();
    }

    /** What the checks of a commit say together. */
    public State state(View view, String repoFullName, String commit) {
        List<Check> all = of(view, repoFullName, commit);
        if (all.isEmpty()) {
            return State.NONE;
        } else if (!all.stream().allMatch(Check::isCompleted)) {
            return State.PENDING;
        }
        return all.stream().allMatch(Check::isGood) ? State.SUCCESS : State.FAILURE;
    }

    /** What the checks of a pull request's newest commit say together. */
    public State state(View view, PullRequest pullRequest) {
        String repoFullName = pullRequest.repoFullName();
        return state(
                view,
                repoFullName,
                sources.resolve(view, repoFullName, pullRequest.headRef()).id());
    }
}
