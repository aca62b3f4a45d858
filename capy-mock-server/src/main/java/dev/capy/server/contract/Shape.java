package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.capy.core.kernel.error.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A schema that values are checked against. Thread-safe. */
final class Shape {

    /** So many violations are named; of more, the number. */
    static final int MOST = 100;

    private final Lazy<Plan> plan;
    private final Lazy<Schema> schema;
    private final Messages messages;

    Shape(Lazy<Plan> plan, Lazy<Schema> schema, Messages messages) {
        this.plan = plan;
        this.schema = schema;
        this.messages = messages;
    }

    /** What is wrong with a value, in the order of {@link JsonPath#ORDER}, each thing once. */
    List<Violation> check(JsonNode value) {
        return accepts(value) ? List.of() : violations(value);
    }

    /** Whether the plan is sure that nothing is. */
    boolean accepts(JsonNode value) {
        return plan.get().accepts(value);
    }

    /** What the validator finds. */
    List<Violation> violations(JsonNode value) {
        List<Error> errors = schema.get().validate(HugeNumbers.inFull(value));
        if (errors.isEmpty()) {
            return List.of();
        }
        List<Finding> findings =
                new ArrayList<>(Unions.folded(errors.stream().map(Finding::of).toList()));
        findings.sort((a, b) -> JsonPath.ORDER.compare(a.path(), b.path()));
        Set<Violation> violations = new LinkedHashSet<>();
        for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
            violations.add(new Violation(JsonPath.of(finding.path()), messages.message(finding)));
        }
        if (findings.size() > MOST) {
            violations.add(new Violation("$", "has " + (findings.size() - MOST) + " more violations"));
        }
        return List.copyOf(violations);
    }

    void warmUp() {
        plan.get();
        schema.get();
    }
}
