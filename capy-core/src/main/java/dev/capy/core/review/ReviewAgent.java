package dev.capy.core.review;

import dev.capy.core.catalog.Effort;
import dev.capy.core.catalog.TokensUsed;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Budget;
import dev.capy.core.script.ReviewStep;
import dev.capy.core.script.Template;
import dev.capy.core.source.Sources;
import dev.capy.core.source.diff.FileDiff;
import dev.capy.core.source.diff.TreeDiff;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a Review agent's steps do. Stateless. */
final class ReviewAgent {

    private final Budget budget;
    private final Sources sources;
    private final ReviewLatencies latencies;

    ReviewAgent(Budget budget, Sources sources, ReviewLatencies latencies) {
        this.budget = budget;
        this.sources = sources;
        this.latencies = latencies;
    }

    /**
     * How long the step takes that a review has come to; empty when it takes no time.
     *
     * @throws Invalid when it would cost what the organization may not spend
     */
    Optional<Duration> duration(Tx tx, Review review) {
        if (review.work().current() instanceof ReviewStep.Think think) {
            budget.require(tx, review.about().projectId());
            Duration exact = think.duration();
            return Optional.of(exact != null ? exact : tx.jitter(latencies.turn()));
        }
        return Optional.empty();
    }

    /**
     * Does the step that a review has come to.
     *
     * @throws Invalid when it cannot be done
     */
    Review perform(Tx tx, Review review) {
        ReviewStep step = review.work().current();
        if (step instanceof ReviewStep.Think) {
            tx.emit(TokensUsed.turn(review.id(), Effort.DEFAULT, review.about().title(), tx.random()));
        } else if (step instanceof ReviewStep.Spend spend) {
            tx.emit(new TokensUsed(review.id(), Effort.DEFAULT.model(), spend.inputTokens(), spend.outputTokens()));
        } else if (step instanceof ReviewStep.Summarize summary) {
            return review.summarized(fill(tx, review, summary.text()));
        } else if (step instanceof ReviewStep.Finding finding) {
            return review.finding(check(tx, review, finding));
        } else if (step instanceof ReviewStep.Fail fail) {
            throw new Invalid(fill(tx, review, fail.message()));
        }
        return review;
    }

    private Review.Finding check(View view, Review review, ReviewStep.Finding finding) {
        TreeDiff diff = diff(view, review);
        if (diff.files().stream().map(FileDiff::path).noneMatch(finding.file()::equals)) {
            throw new Invalid("the pull request does not change " + finding.file() + "; it changes "
                    + String.join(
                            ", ", diff.files().stream().map(FileDiff::path).toList()));
        }
        long lines = sources.commit(
                        view, review.about().repoFullName(), review.about().commit())
                .tree()
                .file(finding.file())
                .map(file -> file.content().text().lines().count())
                .orElse(0L);
        if (finding.line() > lines) {
            throw new Invalid(finding.file() + " has no line " + finding.line() + "; it has " + lines);
        }
        return new Review.Finding(
                finding.type(), finding.severity(), finding.file(), finding.line(), finding.message());
    }

    private String fill(View view, Review review, String text) {
        TreeDiff diff = diff(view, review);
        return Template.fill(
                text,
                Map.of(
                        "title", review.about().title(),
                        "files", Integer.toString(diff.files().size()),
                        "additions", Integer.toString(diff.additions()),
                        "deletions", Integer.toString(diff.deletions())));
    }

    private TreeDiff diff(View view, Review review) {
        Review.About about = review.about();
        return TreeDiff.between(
                sources.commit(view, about.repoFullName(), about.base()).tree(),
                sources.commit(view, about.repoFullName(), about.commit()).tree());
    }
}
