package dev.capy.core.source;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.source.git.GitSignature;
import dev.capy.core.source.merge.MergeConflict;
import dev.capy.core.source.merge.TreeMerge;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the head branch of a pull request into its base branch. Thread-safe; the state is the transaction's. */
final class Merging {

    private static final String NAME = "GitHub";
    private static final String EMAIL = "noreply@github.com";

    private final Sources sources;

    Merging(Sources sources) {
        this.sources = sources;
    }

    Mergeability mergeability(View view, PullRequest pullRequest) {
        return new Mergeability(
                isFastForward(view, pullRequest), trees(view, pullRequest).conflicts());
    }

    /**
     * Moves the base branch; answers the id of the commit it came to.
     *
     * @throws Conflict when the head has nothing new, the method does not fit, or a path conflicts
     */
    String merge(
            Tx tx,
            PullRequest pullRequest,
            MergeMethod method,
            @Nullable String message,
            @Nullable GitSignature author) {
        requireNews(tx, pullRequest);
        if (message != null && message.isBlank()) {
            throw Invalid.at("$.message", "The message of a commit must not be blank; leave it out for the usual one");
        }
        return method == MergeMethod.FAST_FORWARD
                ? fastForward(tx, pullRequest)
                : commit(
                        tx,
                        pullRequest,
                        method,
                        message == null ? usualMessage(pullRequest, method) : message,
                        author == null ? new GitSignature(NAME, EMAIL, tx.now()) : author);
    }

    private void requireNews(View view, PullRequest pullRequest) {
        if (sources.isAncestor(view, pullRequest.repoFullName(), pullRequest.headRef(), pullRequest.baseRef())) {
            throw new Conflict(pullRequest.baseRef() + " has all commits of " + pullRequest.headRef()
                    + " already: there is nothing to merge");
        }
    }

    private String fastForward(Tx tx, PullRequest pullRequest) {
        if (!isFastForward(tx, pullRequest)) {
            throw new Conflict(pullRequest.baseRef() + " has commits that " + pullRequest.headRef()
                    + " does not follow: it cannot be fast-forwarded, only merged or squashed");
        }
        String head = branch(tx, pullRequest, pullRequest.headRef()).head();
        sources.move(tx, branch(tx, pullRequest, pullRequest.baseRef()), head);
        return head;
    }

    private String commit(Tx tx, PullRequest pullRequest, MergeMethod method, String message, GitSignature author) {
        TreeMerge merge = trees(tx, pullRequest);
        if (!merge.isClean()) {
            throw new Conflict(pullRequest.headRef() + " conflicts with " + pullRequest.baseRef() + ": "
                    + merge.conflicts().stream().map(MergeConflict::toString).collect(Collectors.joining(", ")));
        }
        Branch base = branch(tx, pullRequest, pullRequest.baseRef());
        String head = branch(tx, pullRequest, pullRequest.headRef()).head();
        List<String> parents = method == MergeMethod.SQUASH ? List.of(base.head()) : List.of(base.head(), head);
        return sources.commit(tx, base, parents, merge.tree(), author, message).id();
    }

    private boolean isFastForward(View view, PullRequest pullRequest) {
        return sources.isAncestor(view, pullRequest.repoFullName(), pullRequest.baseRef(), pullRequest.headRef());
    }

    private TreeMerge trees(View view, PullRequest pullRequest) {
        String repoFullName = pullRequest.repoFullName();
        return TreeMerge.of(
                sources.mergeBase(view, repoFullName, pullRequest.baseRef(), pullRequest.headRef())
                        .map(SourceCommit::tree)
                        .orElse(FileTree.EMPTY),
                sources.resolve(view, repoFullName, pullRequest.baseRef()).tree(),
                sources.resolve(view, repoFullName, pullRequest.headRef()).tree());
    }

    private Branch branch(View view, PullRequest pullRequest, String name) {
        return sources.branch(view, pullRequest.repoFullName(), name).orElseThrow();
    }

    private static String usualMessage(PullRequest pullRequest, MergeMethod method) {
        String owner = pullRequest.repoFullName().replaceFirst("/.*", "");
        return method == MergeMethod.SQUASH
                ? paragraphs(pullRequest.title() + " (#" + pullRequest.number() + ")", pullRequest.description())
                : paragraphs(
                        "Merge pull request #" + pullRequest.number() + " from " + owner + "/" + pullRequest.headRef(),
                        pullRequest.title());
    }

    private static String paragraphs(String subject, String body) {
        return body.isBlank() ? subject : subject + "\n\n" + body;
    }
}
