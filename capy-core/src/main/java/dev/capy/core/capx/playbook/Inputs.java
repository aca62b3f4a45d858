package dev.capy.core.capx.playbook;

import dev.capy.core.capx.value.Json;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run is given. */
final class Inputs {

    private Inputs() {}

    /**
     * What is given, and what a playbook says of what is not.
     *
     * @throws Invalid when an input is missing, unknown or of the wrong type; all of them are named
     */
    static SortedMap<String, Json> complete(Definition definition, Map<String, Json> given) {
        List<Violation> violations = new ArrayList<>();
        SortedMap<String, Json> inputs = new TreeMap<>();
        definition.inputs().forEach((name, input) -> {
            Json value = given.getOrDefault(name, input.otherwise());
            if (value != null) {
                inputs.put(name, value);
            }
            if (value == null && input.required()) {
                violations.add(new Violation("$.inputs." + name, "is missing"));
            } else if (value != null && !input.type().fits(value)) {
                violations.add(new Violation(
                        "$.inputs." + name,
                        "must be of the type " + input.type().word() + ", was " + value.text()));
            }
        });
        new TreeMap<>(given)
                .keySet().stream()
                        .filter(name -> !definition.inputs().containsKey(name))
                        .forEach(name -> violations.add(new Violation(
                                "$.inputs." + name,
                                "is no input of the playbook; it has "
                                        + String.join(", ", definition.inputs().keySet()))));
        if (!violations.isEmpty()) {
            throw new Invalid("The inputs do not fit the playbook", violations);
        }
        return inputs;
    }
}
