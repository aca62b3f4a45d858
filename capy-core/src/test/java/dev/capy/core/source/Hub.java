package dev.capy.core.source;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.Kernel;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.Tx;
import dev.capy.core.source.git.GitSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One repository, acme/app, with nothing above it, and what it tells of itself. */
final class Hub {

    static final String REPO = "acme/app";
    static final String LINES = "one\ntwo\nthree\nfour\nfive\n";
    static final GitSignature ADA = new GitSignature("Ada", "ada@acme.test", CapyClock.EPOCH);

    final List<Event> news = new ArrayList<>();
    final Sources sources;
    final PullRequests pullRequests;
    final Checks checks;
    final Kernel kernel;

    private Hub(List<CiJob> jobs) {
        Registry registry = new Registry();
        sources = new Sources(registry);
        pullRequests = new PullRequests(registry, sources);
        checks = new Checks(registry, sources, pullRequests);
        registry.subscribe(PullRequestOpened.class, (tx, event) -> news.add(event))
                .subscribe(PullRequestMerged.class, (tx, event) -> news.add(event))
                .subscribe(PullRequestClosed.class, (tx, event) -> news.add(event))
                .subscribe(BranchMoved.class, (tx, event) -> news.add(event))
                .subscribe(CheckReported.class, (tx, event) -> news.add(event));
        kernel = new Kernel(registry, Store.inMemory(), CapyClock.EPOCH, 5);
        FileTree files = FileTree.EMPTY.with("README.md", FileNode.of(LINES));
        write(tx -> {
            sources.add(tx, new Repository(REPO, "main", jobs), files, ADA);
            return true;
        });
    }

    /** With README.md of five lines on main, and these jobs. */
    static Hub with(CiJob... jobs) {
        return new Hub(Arrays.asList(jobs));
    }

    <T> T write(Function<? super Tx, ? extends T> work) {
        return kernel.write(work);
    }

    /** Makes a branch at the head of main. */
    Hub branch(String name) {
        return branch(name, "main");
    }

    Hub branch(String name, String from) {
        write(tx -> sources.createBranch(tx, REPO, name, head(from).id()));
        return this;
    }

    /** Commits a file on a branch. */
    SourceCommit commit(String branch, String path, String text) {
        return write(tx -> sources.commit(
                tx, REPO, branch, head(branch).tree().with(path, FileNode.of(text)), ADA, path + " of " + branch));
    }

    SourceCommit head(String branch) {
        return kernel.read(view -> sources.head(view, REPO, branch).orElseThrow());
    }

    String text(String branch, String path) {
        return head(branch).tree().file(path).orElseThrow().content().text();
    }

    /** Opens a pull request of a branch into main. */
    PullRequest open(String branch) {
        return open(branch, false);
    }

    PullRequest openDraft(String branch) {
        return open(branch, true);
    }

    private PullRequest open(String branch, boolean draft) {
        return write(tx -> pullRequests.open(tx, REPO, branch, "main", "Title", "Description.", draft));
    }

    PullRequest merge(int number, MergeMethod method) {
        return merge(number, method, null, null);
    }

    PullRequest merge(int number, MergeMethod method, @Nullable String message, @Nullable GitSignature author) {
        return write(tx -> pullRequests.merge(tx, REPO, number, method, message, author));
    }

    PullRequest close(int number) {
        return write(tx -> pullRequests.close(tx, REPO, number));
    }

    PullRequest reopen(int number) {
        return write(tx -> pullRequests.reopen(tx, REPO, number));
    }

    PullRequest markReady(int number) {
        return write(tx -> pullRequests.markReady(tx, REPO, number));
    }

    Mergeability mergeability(int number) {
        return kernel.read(view -> pullRequests.mergeability(view, REPO, number));
    }

    Check report(String branchOrCommit, String name, @Nullable Conclusion conclusion) {
        return write(tx -> checks.report(tx, REPO, branchOrCommit, name, conclusion));
    }

    /** The checks of a branch's head. */
    List<Check> checks(String branch) {
        return kernel.read(view -> checks.of(view, REPO, head(branch).id()));
    }

    Checks.State state(String branch) {
        return kernel.read(view -> checks.state(view, REPO, head(branch).id()));
    }
}
