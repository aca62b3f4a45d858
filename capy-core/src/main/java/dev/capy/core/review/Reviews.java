package dev.capy.core.review;

import dev.capy.core.catalog.MachineUsed;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Budget;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.ProvisioningEnded;
import dev.capy.core.script.ReviewStep;
import dev.capy.core.script.Scripts;
import dev.capy.core.source.PullRequest;
import dev.capy.core.source.PullRequest.State;
import dev.capy.core.source.Sources;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmLost;
import dev.capy.core.vm.VmPlaced;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of a world. Each has a fixed medium machine with nothing but the pull request's checkout on it (source: docs
 * on the Setup lifecycle). Thread-safe; the state is the transaction's.
 */
public final class Reviews {

    /** A Review agent's turn is over. */
    record ReviewDue(String reviewId) implements Timer {
        @Override
        public String describe() {
            return "review " + reviewId;
        }
    }

    private final ReviewRecords records;
    private final Budget budget;
    private final Sources sources;
    private final Hypervisor hypervisor;
    private final Provisioner provisioner;
    private final Scripts scripts;
    private final ReviewAgent agent;

    public Reviews(
            Registry registry,
            Budget budget,
            Sources sources,
            Hypervisor hypervisor,
            Provisioner provisioner,
            Scripts scripts,
            ReviewLatencies latencies) {
        this.records = new ReviewRecords(registry);
        this.budget = budget;
        this.sources = sources;
        this.hypervisor = hypervisor;
        this.provisioner = provisioner;
        this.scripts = scripts;
        this.agent = new ReviewAgent(budget, sources, latencies);
        registry.on(ReviewDue.class, this::due)
                .subscribe(VmPlaced.class, this::vmPlaced)
                .subscribe(VmLost.class, this::vmLost)
                .subscribe(ProvisioningEnded.class, this::provisioningEnded);
    }

    /**
     * Has an open pull request reviewed as it is now.
     *
     * @throws Conflict when it is not open
     */
    public Review start(Tx tx, NewReview wanted, PullRequest pull) {
        if (pull.state() != State.OPEN) {
            throw new Conflict("A pull request that is " + pull.state().word() + " cannot be reviewed");
        }
        budget.require(tx, wanted.projectId());
        String id = tx.newId();
        Scripts.Chosen<ReviewStep> chosen = scripts.review(tx, wanted.of(pull));
        Provisioning machine = provisioner.start(
                tx,
                "review of " + pull.repoFullName() + "#" + pull.number(),
                Plans.review(new ProjectRepo(pull.repoFullName(), pull.headRef())));
        Review review = Review.begin(
                id,
                new Review.About(
                        wanted.projectId(),
                        wanted.userId(),
                        pull.repoFullName(),
                        pull.number(),
                        pull.title(),
                        pull.headRef(),
                        baseCommit(tx, pull),
                        headCommit(tx, pull)),
                new Review.Work(chosen.script().orElse(null), chosen.steps(), 0, 0, machine.vmId(), machine.id(), null),
                tx.now());
        records.add(tx, review);
        return isHosted(tx, review) ? hosted(tx, review) : review;
    }

    private String baseCommit(View view, PullRequest pull) {
        return sources.mergeBase(view, pull.repoFullName(), pull.baseRef(), pull.headRef())
                .orElseThrow()
                .id();
    }

    private String headCommit(View view, PullRequest pull) {
        return sources.branch(view, pull.repoFullName(), pull.headRef())
                .orElseThrow()
                .head();
    }

    /** Whether a pull request is being reviewed, as it is now or as it was. */
    public boolean isUnderWay(View view, PullRequest pull) {
        return records.of(view, pull).newestFirst().anyMatch(Review::isUnderWay);
    }

    /** Whether the newest commit of a pull request has been reviewed, well or not, or is being so. */
    public boolean isAskedFor(View view, PullRequest pull) {
        return records.of(view, pull)
                .newest()
                .filter(review -> review.about().commit().equals(headCommit(view, pull)))
                .isPresent();
    }

    /** The reviews of a pull request. */
    public Rows<Review> of(View view, PullRequest pull) {
        return records.of(view, pull);
    }

    /** The review with this id; empty when there is none. */
    public Optional<Review> find(View view, String id) {
        return records.find(view, id);
    }

    private boolean isHosted(View view, Review review) {
        return hypervisor
                .find(view, review.work().machine())
                .map(Vm::state)
                .filter(state -> state.isOnHost())
                .isPresent();
    }

    private Review hosted(Tx tx, Review review) {
        return records.update(tx, review.with(review.work().hosted(tx.now())));
    }

    private void vmPlaced(Tx tx, VmPlaced placed) {
        records.onVm(tx, placed.vmId()).ifPresent(review -> hosted(tx, review));
    }

    private void vmLost(Tx tx, VmLost lost) {
        records.onVm(tx, lost.vmId())
                .filter(review -> review.work().provisioningId() == null)
                .ifPresent(review -> end(tx, review, "the machine was lost: " + lost.reason()));
    }

    private void provisioningEnded(Tx tx, ProvisioningEnded ended) {
        records.onVm(tx, ended.vmId())
                .filter(review -> ended.provisioningId().equals(review.work().provisioningId()))
                .ifPresent(review -> {
                    String failure = failure(tx, ended);
                    if (failure == null) {
                        provisioner.forget(tx, ended.provisioningId());
                        act(tx, records.update(tx, review.with(review.work().prepared())));
                    } else {
                        end(tx, review, failure);
                    }
                });
    }

    private @Nullable String failure(View view, ProvisioningEnded ended) {
        return ended.ready()
                ? null
                : provisioner
                        .find(view, ended.provisioningId())
                        .flatMap(Provisioning::failure)
                        .map(step -> step.name() + " failed: " + step.error())
                        .orElse("the machine could not be prepared");
    }

    private void due(Tx tx, ReviewDue due) {
        Review review = records.get(tx, due.reviewId());
        Review after = agent.perform(tx, review);
        act(tx, records.update(tx, after.with(after.work().stepped())));
    }

    /** Does one step after the other until one takes time, or there are none. */
    private void act(Tx tx, Review begun) {
        Review review = begun;
        while (!review.work().isDone()) {
            try {
                Optional<Duration> takes = agent.duration(tx, review);
                if (takes.isPresent()) {
                    long entry = tx.schedule(takes.get(), new ReviewDue(review.id()));
                    records.update(tx, review.with(review.work().waitingFor(entry)));
                    return;
                }
                review = agent.perform(tx, review);
            } catch (Invalid e) {
                end(tx, review, Objects.requireNonNull(e.getMessage()));
                return;
            }
            review = records.update(tx, review.with(review.work().stepped()));
        }
        end(tx, review, null);
    }

    private void end(Tx tx, Review review, @Nullable String failure) {
        tx.cancel(review.work().entry());
        if (review.work().provisioningId() != null) {
            provisioner.forget(tx, review.work().provisioningId());
        }
        if (review.work().hostedAt() != null) {
            Duration used = Duration.between(review.work().hostedAt(), tx.now());
            tx.emit(new MachineUsed(review.id(), Plans.REVIEW_SIZE.word(), used));
        }
        hypervisor.destroy(tx, review.work().machine());
        records.update(tx, review.ended(failure, tx.now()));
        tx.emit(new ReviewEnded(
                review.id(), review.about().repoFullName(), review.about().headRef()));
    }
}
