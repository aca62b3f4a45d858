package dev.capy.core.review;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.source.PullRequest;
import java.util.Optional;

/** The records of reviews. */
final class ReviewRecords {

    private static final Table<Review> REVIEWS = Table.of("reviews", Review.class, Review::id);
    private static final Index<Review, String> BY_PULL =
            REVIEWS.index(review -> review.about().pull());
    private static final Index<Review, String> BY_VM =
            REVIEWS.index(review -> review.work().vmId());

    ReviewRecords(Registry registry) {
        registry.tables(REVIEWS);
    }

    void add(Tx tx, Review review) {
        tx.insert(REVIEWS, review);
    }

    Review update(Tx tx, Review review) {
        return tx.update(REVIEWS, review);
    }

    Optional<Review> find(View view, String id) {
        return view.find(REVIEWS, id);
    }

    Review get(View view, String id) {
        return view.get(REVIEWS, id);
    }

    Optional<Review> onVm(View view, String vmId) {
        return view.where(BY_VM, vmId).oldest();
    }

    Rows<Review> of(View view, PullRequest pull) {
        return view.where(BY_PULL, pull.repoFullName() + "#" + pull.number());
    }
}
