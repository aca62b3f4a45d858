package dev.capy.server.verify;

import dev.capy.server.journal.RecordedRequest;
import java.util.Comparator;
import java.util.List;

/**
 * A request that was not meant, though some of what was said is so of it.
 *
 * @param findings everything that was said, and whether it is so
 */
public record NearMiss(RecordedRequest request, List<Finding> findings) {

    /** Those of which more is so first; of equal ones, those with less that differs, then the newest. */
    static final Comparator<NearMiss> BEST_FIRST = Comparator.comparingLong(NearMiss::held)
            .reversed()
            .thenComparing(Comparator.comparingLong(NearMiss::differences))
            .thenComparing(
                    Comparator.<NearMiss>comparingLong(miss -> miss.request().sequence())
                            .reversed());

    public NearMiss {
        findings = List.copyOf(findings);
    }

    /** How much of what was said is so. */
    public long held() {
        return findings.stream().filter(Finding::holds).count();
    }

    private long differences() {
        return findings.stream()
                .mapToLong(finding -> finding.differences().size())
                .sum();
    }
}
