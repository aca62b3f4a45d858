package dev.capy.core.source;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.source.PullRequest.Head;
import dev.capy.core.source.PullRequest.State;
import java.util.Optional;

/** The pull requests of a world's repositories. Thread-safe; the state is the transaction's. */
public final class PullRequests {

    private static final Table<PullRequest> PULL_REQUESTS =
            Table.of("pull_requests", PullRequest.class, PullRequest::id);
    private static final Index<PullRequest, String> BY_REPOSITORY = PULL_REQUESTS.index(PullRequest::repoFullName);
    private static final Index<PullRequest, Head> BY_HEAD = PULL_REQUESTS.index(PullRequest::head);

    private final Sources sources;

    public PullRequests(Registry registry, Sources sources) {
        this.sources = sources;
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
        Branch head = branch(tx, repoFullName, headRef);
        Branch base = branch(tx, repoFullName, baseRef);
        if (head.head().equals(base.head()) || head.head().equals(head.start())) {
            throw new Invalid("No commits between " + baseRef + " and " + headRef);
        }
        find(tx, repoFullName, headRef)
                .filter(present -> present.state() == State.OPEN)
                .ifPresent(present -> {
                    throw new Invalid("A pull request for " + headRef + " is open already: " + present.url());
                });
        int number = tx.where(BY_REPOSITORY, repoFullName).count() + 1;
        return tx.insert(
                PULL_REQUESTS,
                new PullRequest(
                        repoFullName,
                        number,
                        title,
                        description,
                        State.OPEN,
                        draft,
                        headRef,
                        baseRef,
                        tx.now(),
                        tx.now()));
    }

    private Branch branch(View view, String repoFullName, String name) {
        return sources.branch(view, repoFullName, name)
                .orElseThrow(() -> new Invalid(repoFullName + " has no branch " + name));
    }

    /**
     * Closes an open pull request without merging it.
     *
     * @throws Invalid when it is not open
     */
    public PullRequest close(Tx tx, String repoFullName, int number) {
        PullRequest present = get(tx, repoFullName, number);
        if (present.state() != State.OPEN) {
            throw new Invalid("A pull request that is " + present.state().word() + " cannot be closed");
        }
        return tx.update(PULL_REQUESTS, present.to(State.CLOSED, tx.now()));
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

    /** The pull requests of a repository. */
    public Rows<PullRequest> ofRepository(View view, String repoFullName) {
        return view.where(BY_REPOSITORY, repoFullName);
    }
}
