package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Violation;
import dev.capy.server.contract.Operation;
import java.util.List;

/** Holds successes against the document that they are of. */
final class Answers {

    private Answers() {}

    /**
     * What of an answer the document knows.
     *
     * @param strict whether an answer that breaks its own document is an error
     */
    static JsonNode projected(Operation operation, JsonNode fullest, boolean strict) {
        JsonNode projected = operation.project(operation.success(), fullest);
        if (strict) {
            List<Violation> violations = operation.check(operation.success(), projected);
            if (!violations.isEmpty()) {
                throw new IllegalStateException(operation.id() + " would break its contract: " + violations);
            }
        }
        return projected;
    }
}
