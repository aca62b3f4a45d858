package dev.capy.server.verify;

import dev.capy.server.journal.Curl;
import dev.capy.server.journal.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a verdict to a person: what was expected, what matched, what came near and why it did not match. */
final class Report {

    /** So many near ones are told in full; of the others, what they asked for. */
    private static final int TOLD_IN_FULL = 5;

    private static final String STEP = "    ";

    private final Verdict verdict;
    private final StringBuilder text = new StringBuilder();

    Report(Verdict verdict) {
        this.verdict = verdict;
    }

    String text() {
        int count = verdict.matching().size();
        line("", "Expected " + verdict.count() + ", and there " + (count == 1 ? "was " : "were ") + count + ":");
        List<String> wording = verdict.pattern().wording();
        (wording.isEmpty() ? List.of("any request") : wording).forEach(said -> line(STEP, said));
        if (count > 0) {
            line("", "");
            line("", "These matched:");
            verdict.matching().forEach(request -> {
                line(STEP, request.toString());
                line(STEP + STEP, Curl.line(request));
            });
        }
        nearest();
        return text.toString().stripTrailing();
    }

    private void nearest() {
        List<NearMiss> nearest = verdict.nearest();
        line("", "");
        if (nearest.isEmpty()) {
            line("", "There were no other requests.");
            return;
        }
        line("", "Nearest of the others, best first:");
        nearest.stream().limit(TOLD_IN_FULL).forEach(this::miss);
        if (nearest.size() > TOLD_IN_FULL) {
            line("", "Further requests: " + tally(nearest.subList(TOLD_IN_FULL, nearest.size())));
        }
    }

    private void miss(NearMiss miss) {
        RecordedRequest request = miss.request();
        line(STEP, request + " (" + miss.held() + " of " + miss.findings().size() + ")");
        for (Finding finding : miss.findings()) {
            line(STEP + STEP, (finding.holds() ? "✓ " : "✗ ") + finding.expected());
            finding.differences().forEach(difference -> line(STEP + STEP + STEP, difference.toString()));
        }
        line(STEP + STEP, Curl.line(request));
    }

    private static String tally(List<NearMiss> misses) {
        Map<String, Long> counts = misses.stream()
                .collect(Collectors.groupingBy(
                        miss -> miss.request()
                                .operation()
                                .orElse(miss.request().method() + " "
                                        + miss.request().path()),
                        TreeMap::new,
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private void line(String indent, String content) {
        text.append(indent).append(content).append('\n');
    }
}
