package dev.capy.server.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the trail of a finding: which steps go down into the value, and which only through the schema. */
final class Trail {

    private static final Set<String> UNIONS = Set.of("anyOf", "oneOf");
    private static final Set<String> INTO_NAMED = Set.of("properties", "patternProperties", "prefixItems");
    private static final Set<String> INTO_ANY =
            Set.of("items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "contains");
    private static final Set<String> ASIDE = Set.of("allOf", "dependentSchemas", "$defs");

    private Trail() {}

    /** The first union in the trail at this step or later. */
    static Optional<Unions.Union> union(Finding finding, int from) {
        List<Object> trail = finding.trail();
        int down = 0;
        for (int i = 0; i < trail.size(); i++) {
            Object step = trail.get(i);
            if (UNIONS.contains(step)) {
                if (i >= from) {
                    return Optional.of(new Unions.Union(
                            List.copyOf(trail.subList(0, i + 1)),
                            List.copyOf(finding.path().subList(0, down))));
                }
                i++;
            } else if (INTO_NAMED.contains(step)) {
                down++;
                i++;
            } else if (INTO_ANY.contains(step)) {
                down++;
            } else if (ASIDE.contains(step)) {
                i++;
            }
        }
        return Optional.empty();
    }
}
