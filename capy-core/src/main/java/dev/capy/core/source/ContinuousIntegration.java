package dev.capy.core.source;

import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import java.time.Instant;

/** Runs the jobs of a repository whenever an open pull request has a new head. */
final class ContinuousIntegration {

    private static final Table<CiCount> COUNTS = Table.of("ci_counts", CiCount.class, CiCount::id);

    private final Sources sources;
    private final PullRequests pullRequests;
    private final Checks checks;

    /**
     * A job is done.
     *
     * @param startedAt which run of it: one that was started anew meanwhile, or reported by somebody, is left alone
     */
    record JobDone(String repoFullName, String commit, String job, Conclusion conclusion, Instant startedAt)
            implements Timer {
        @Override
        public String describe() {
            return "ci job " + job + " of " + repoFullName + "@" + commit;
        }
    }

    ContinuousIntegration(Registry registry, Sources sources, PullRequests pullRequests, Checks checks) {
        this.sources = sources;
        this.pullRequests = pullRequests;
        this.checks = checks;
        registry.tables(COUNTS);
        registry.subscribe(BranchMoved.class, (tx, moved) -> run(tx, moved.repoFullName(), moved.branch()));
        registry.subscribe(PullRequestOpened.class, (tx, opened) -> run(tx, opened.repoFullName(), opened.headRef()));
        registry.on(JobDone.class, this::complete);
    }

    private void run(Tx tx, String repoFullName, String branch) {
        if (pullRequests.findOpen(tx, repoFullName, branch).isPresent()) {
            String head = sources.resolve(tx, repoFullName, branch).id();
            sources.repository(tx, repoFullName)
                    .orElseThrow()
                    .ci()
                    .forEach(job -> start(tx, repoFullName, branch, head, job));
        }
    }

    /** A job that runs on the commit already is not started beside itself. */
    private void start(Tx tx, String repoFullName, String branch, String commit, CiJob job) {
        boolean underWay = checks.find(tx, repoFullName, commit, job.name())
                .filter(check -> !check.isCompleted())
                .isPresent();
        if (underWay) {
            return;
        }
        checks.report(tx, repoFullName, commit, job.name(), null);
        Conclusion conclusion = job.conclusion(count(tx, repoFullName, branch, job.name()));
        tx.schedule(tx.jitter(job.duration()), new JobDone(repoFullName, commit, job.name(), conclusion, tx.now()));
    }

    /** Counts a run; answers which one it is, from 1. */
    private static int count(Tx tx, String repoFullName, String branch, String job) {
        CiCount before = tx.find(COUNTS, CiCount.id(repoFullName, branch, job))
                .orElseGet(() -> tx.insert(COUNTS, new CiCount(repoFullName, branch, job, 0)));
        return tx.update(COUNTS, before.oneMore()).runs();
    }

    private void complete(Tx tx, JobDone done) {
        checks.find(tx, done.repoFullName(), done.commit(), done.job())
                .filter(check -> !check.isCompleted() && check.startedAt().equals(done.startedAt()))
                .ifPresent(
                        check -> checks.report(tx, done.repoFullName(), done.commit(), done.job(), done.conclusion()));
    }
}
