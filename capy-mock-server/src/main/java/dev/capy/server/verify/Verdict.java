package dev.capy.server.verify;

import dev.capy.server.journal.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a verification.
 *
 * @param verified whether there were as many requests as there should be
 * @param pattern which ones were meant
 * @param count how many there should be
 * @param matching those that were meant, in the order of arrival
 * @param nearest the others, best first
 */
public record Verdict(
        boolean verified, RequestPattern pattern, Count count, List<RecordedRequest> matching, List<NearMiss> nearest) {

    public Verdict {
        matching = List.copyOf(matching);
        nearest = List.copyOf(nearest);
    }

    static Verdict of(RequestPattern pattern, Count count, List<RecordedRequest> requests) {
        Map<Boolean, List<RecordedRequest>> parts =
                requests.stream().collect(Collectors.partitioningBy(pattern::matches));
        List<RecordedRequest> matching = parts.getOrDefault(true, List.of());
        boolean verified = count.allows(matching.size());
        List<NearMiss> nearest = verified
                ? List.of()
                : parts.getOrDefault(false, List.of()).stream()
                        .map(request -> new NearMiss(request, pattern.compare(request)))
                        .sorted(NearMiss.BEST_FIRST)
                        .toList();
        return new Verdict(verified, pattern, count, matching, nearest);
    }

    /** Everything, for a person to read. */
    public String report() {
        return new Report(this).text();
    }
}
