package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one of our documents compares with the published one of its name.
 *
 * @param differences that nothing allows: where, and what the two say there
 * @param allowed places that differ and may
 * @param unused allowances that allow nothing, each as its place
 */
record Conformance(
        String edition,
        Set<String> operations,
        Set<String> published,
        Map<String, String> differences,
        Set<String> allowed,
        List<String> unused) {

    private static final MissingNode NONE = MissingNode.getInstance();

    /**
     * A difference that is meant.
     *
     * @param edition the only edition that it is about, or {@code *} for each
     * @param place where the documents differ, {@code *} for any part of it
     */
    record Allowance(String edition, String place, String reason) {

        boolean isAbout(String name) {
            return edition.equals("*") || edition.equals(name);
        }

        boolean covers(String difference) {
            String pattern =
                    Stream.of(place.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
            return difference.matches(pattern);
        }
    }

    static Conformance of(String edition, OpenApiDocument ours, OpenApiDocument theirs, List<Allowance> allowances) {
        Map<String, JsonNode> our = CanonicalOperations.of(ours);
        Map<String, JsonNode> their = CanonicalOperations.of(theirs);
        Set<String> ids = new TreeSet<>(our.keySet());
        ids.addAll(their.keySet());
        Map<String, String> differences = new TreeMap<>();
        for (String id : ids) {
            differences.putAll(
                    CanonicalOperations.differences(id, our.getOrDefault(id, NONE), their.getOrDefault(id, NONE)));
        }
        Set<String> allowed = new TreeSet<>();
        List<String> unused = new ArrayList<>();
        for (Allowance allowance : allowances) {
            if (allowance.isAbout(edition)) {
                List<String> covered =
                        differences.keySet().stream().filter(allowance::covers).toList();
                allowed.addAll(covered);
                if (covered.isEmpty()) {
                    unused.add(allowance.place());
                }
            }
        }
        differences.keySet().removeAll(allowed);
        return new Conformance(edition, our.keySet(), their.keySet(), differences, allowed, unused);
    }

    @Override
    public String toString() {
        return "Conformance of %s: operations %d (published %d), differences %d (allowed besides: %d)"
                .formatted(edition, operations.size(), published.size(), differences.size(), allowed.size());
    }
}
