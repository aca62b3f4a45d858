package dev.capy.core.source;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.source.PullRequest.Head;
import dev.capy.core.source.PullRequest.State;
import dev.capy.core.source.git.GitSignature;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pull requests of a world's repositories. Thread-safe; the state is the transaction's. */
public final class PullRequests {

    private static final Table<PullRequest> PULL_REQUESTS =
            Table.of("pull_requests", PullRequest.class, PullRequest::id);
    private static final Index<PullRequest, String> BY_REPOSITORY = PULL_REQUESTS.index(PullRequest::repoFullName);
    private static final Index<PullRequest, Head> BY_HEAD = PULL_REQUESTS.index(PullRequest::head);

    private final Sources sources;
    private final Merging merging;

    public PullRequests(Registry registry, Sources sources) {
        this.sources = sources;
        this.merging = new Merging(sources);
        registry.tables(PULL_REQUESTS);
    }

    /**
     * Opens a pull request.
     *
     * @throws Invalid when a branch is missing, the head has nothing that the base has not, or one is open already
     */
    public PullRequest open(
            Tx tx,
            String repoFullName,
            String headRef,
            String baseRef,
            String title,
            String description,
            boolean draft) {
        requireBranch(tx, repoFullName, headRef);
        requireBranch(tx, repoFullName, baseRef);
        requireCommits(tx, repoFullName, headRef, baseRef);
        requireNoneOpen(tx, repoFullName, headRef);
        int number = tx.where(BY_REPOSITORY, repoFullName).count() + 1;
        PullRequest opened = tx.insert(
                PULL_REQUESTS,
                PullRequest.opened(repoFullName, number, title, description, draft, headRef, baseRef, tx.now()));
        tx.emit(new PullRequestOpened(repoFullName, number, headRef));
        return opened;
    }

    private void requireBranch(View view, String repoFullName, String name) {
        if (sources.branch(view, repoFullName, name).isEmpty()) {
            throw new Invalid(repoFullName + " has no branch " + name);
        }
    }

    private void requireCommits(View view, String repoFullName, String headRef, String baseRef) {
        if (sources.isAncestor(view, repoFullName, headRef, baseRef)) {
            throw new Invalid("No commits between " + baseRef + " and " + headRef);
        }
    }

    private void requireNoneOpen(View view, String repoFullName, String headRef) {
        findOpen(view, repoFullName, headRef).ifPresent(present -> {
            throw new Invalid("A pull request for " + headRef + " is open already: " + present.url());
        });
    }

    /**
     * Closes an open pull request without merging it.
     *
     * @throws Conflict when it is not open
     */
    public PullRequest close(Tx tx, String repoFullName, int number) {
        PullRequest present = get(tx, repoFullName, number);
        if (present.state() != State.OPEN) {
            throw new Conflict("A pull request that is " + present.state().word() + " cannot be closed");
        }
        tx.emit(new PullRequestClosed(repoFullName, number, present.headRef()));
        return tx.update(PULL_REQUESTS, present.closed(tx.now()));
    }

    /**
     * Opens a closed pull request again.
     *
     * @throws Conflict when it is not closed
     * @throws Invalid when its branch has nothing new any more, or has another one open
     */
    public PullRequest reopen(Tx tx, String repoFullName, int number) {
        PullRequest present = get(tx, repoFullName, number);
        if (present.state() != State.CLOSED) {
            throw new Conflict(
                    "A pull request that is " + present.state().word() + " cannot be opened again; it must be closed");
        }
        requireCommits(tx, repoFullName, present.headRef(), present.baseRef());
        requireNoneOpen(tx, repoFullName, present.headRef());
        tx.emit(new PullRequestOpened(repoFullName, number, present.headRef()));
        return tx.update(PULL_REQUESTS, present.reopened(tx.now()));
    }

    /**
     * Makes a draft ready to be reviewed and merged; one that is ready already stays so.
     *
     * @throws Conflict when it is not open
     */
    public PullRequest markReady(Tx tx, String repoFullName, int number) {
        PullRequest present = get(tx, repoFullName, number);
        if (present.state() != State.OPEN) {
            throw new Conflict(
                    "A pull request that is " + present.state().word() + " cannot be marked ready; it must be open");
        }
        return present.draft() ? tx.update(PULL_REQUESTS, present.ready(tx.now())) : present;
    }

    /**
     * Merges a pull request into its base branch.
     *
     * @param message the whole message of the commit that is made; null for the usual one. A fast-forward makes none
     * @param author who makes that commit, and when; null for GitHub, now
     * @throws Conflict when it is not open, is a draft, has nothing that its base branch has not, cannot be
     *     fast-forwarded though it should, or has paths that conflict: the message names all of them
     * @throws Invalid when the message is blank
     */
    public PullRequest merge(
            Tx tx,
            String repoFullName,
            int number,
            MergeMethod method,
            @Nullable String message,
            @Nullable GitSignature author) {
        PullRequest present = get(tx, repoFullName, number);
        if (present.state() != State.OPEN) {
            throw new Conflict(
                    "A pull request that is " + present.state().word() + " cannot be merged; it must be open");
        } else if (present.draft()) {
            throw new Conflict("A draft cannot be merged: mark pull request #" + number + " ready first");
        }
        String commit = merging.merge(tx, present, method, message, author);
        tx.emit(new PullRequestMerged(repoFullName, number, present.headRef()));
        return tx.update(PULL_REQUESTS, present.merged(commit, tx.now()));
    }

    /** Whether a pull request could be merged as its branches are now. */
    public Mergeability mergeability(View view, String repoFullName, int number) {
        return merging.mergeability(view, get(view, repoFullName, number));
    }

    /** @throws NotFound when there is none of this number */
    public PullRequest get(View view, String repoFullName, int number) {
        return view.find(PULL_REQUESTS, PullRequest.id(repoFullName, number))
                .orElseThrow(() -> new NotFound("Pull request not found"));
    }

    /** The newest pull request that wants this branch merged. */
    public Optional<PullRequest> find(View view, String repoFullName, String headRef) {
        return view.where(BY_HEAD, new Head(repoFullName, headRef)).newest();
    }

    /** The open pull request that wants this branch merged: there is one at most. */
    public Optional<PullRequest> findOpen(View view, String repoFullName, String headRef) {
        return view.where(BY_HEAD, new Head(repoFullName, headRef))
                .newestFirst()
                .filter(found -> found.state() == State.OPEN)
                .findFirst();
    }

    /** The pull requests of a repository. */
    public Rows<PullRequest> ofRepository(View view, String repoFullName) {
        return view.where(BY_REPOSITORY, repoFullName);
    }
}
