package dev.capy.server.verify;

import dev.capy.server.contract.Nearest;
import dev.capy.server.journal.Journal;
import java.time.Duration;
import java.util.Collection;

/**
 * What is to be verified; nothing happens before {@link #now()} or {@link #within}. Immutable and thread-safe.
 */
public final class Verification {

    private final Journal journal;
    private final RequestPattern pattern;
    private final Count count;

    /**
     * A verification of a world's requests.
     *
     * @param operations the ids of all operations of the world's edition
     * @throws IllegalArgumentException when the pattern names an operation that is none of them
     */
    public Verification(Journal journal, Collection<String> operations, RequestPattern pattern, Count count) {
        requireKnown(pattern, operations);
        this.journal = journal;
        this.pattern = pattern;
        this.count = count;
    }

    /** @throws IllegalArgumentException when the pattern names an operation that is none of these */
    public static void requireKnown(RequestPattern pattern, Collection<String> operations) {
        pattern.operation().filter(id -> !operations.contains(id)).ifPresent(id -> {
            throw new IllegalArgumentException("There is no operation '" + id + "'"
                    + Nearest.to(id, operations)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        });
    }

    /**
     * Looks at the requests that there are.
     *
     * @throws AssertionError when there are not as many as there should be; it tells the nearest ones
     */
    public void now() {
        within(Duration.ZERO);
    }

    /**
     * Waits for so much wall time. Ends well as soon as there are enough requests; where none are needed, only when the
     * time is over. Ends badly as soon as there are too many.
     *
     * @throws AssertionError when there are not as many as there should be; it tells the nearest ones
     */
    public void within(Duration patience) {
        Verdict verdict = verdict(patience);
        if (!verdict.verified()) {
            throw new AssertionError(verdict.report());
        }
    }

    /** The same without a failure. */
    public Verdict verdict(Duration patience) {
        return Verdict.of(
                pattern,
                count,
                journal.await(
                        requests -> requests,
                        requests -> isDecided(
                                requests.stream().filter(pattern::matches).count()),
                        patience));
    }

    private boolean isDecided(long matching) {
        return matching > count.most() || count.least() > 0 && matching >= count.least();
    }
}
