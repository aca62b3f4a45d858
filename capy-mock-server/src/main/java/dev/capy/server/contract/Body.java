package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.util.List;

/** The body of an operation's requests. */
record Body(Shape shape, boolean required) {

    private static final String REFUSAL = "Request body validation failed";

    JsonNode read(byte[] bytes) {
        if (bytes.length == 0 && !required) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode body = JsonText.parse(bytes, REFUSAL);
        List<Violation> violations = shape.check(body);
        if (!violations.isEmpty()) {
            throw new Invalid(REFUSAL, violations);
        }
        return body;
    }
}
