package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Gone;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.NotReady;
import dev.capy.core.kernel.error.Violation;
import java.util.List;

/** What the API says when it refuses something: {@code {"error": {"code", "message", "details"}}}. */
final class Envelope {

    private Envelope() {}

    /** The answer that a refusal of the domain becomes. */
    static Reply of(CapyException refusal) {
        if (refusal instanceof Invalid invalid) {
            return new Reply(422, body("validation_error", invalid.getMessage(), invalid.violations()));
        }
        return new Reply(status(refusal), body(code(refusal), refusal.getMessage(), List.of()));
    }

    private static int status(CapyException refusal) {
        if (refusal instanceof NotFound) {
            return 404;
        } else if (refusal instanceof Forbidden) {
            return 403;
        } else if (refusal instanceof Conflict) {
            return 409;
        }
        return refusal instanceof Gone ? 410 : 422;
    }

    private static String code(CapyException refusal) {
        if (refusal instanceof NotFound) {
            return "not_found";
        } else if (refusal instanceof Forbidden) {
            return "forbidden";
        } else if (refusal instanceof Gone gone) {
            return gone.code();
        } else if (refusal instanceof NotReady notReady) {
            return notReady.code();
        }
        return "conflict";
    }

    /** The answer that a refusal of the transport becomes. */
    static Reply of(HttpError refusal) {
        return new Reply(
                refusal.status(),
                body(refusal.code(), String.valueOf(refusal.getMessage()), List.of()),
                refusal.headers());
    }

    /** The answer to what should not have happened. */
    static Reply internalError() {
        return new Reply(500, body("internal_error", "An unexpected error occurred", List.of()));
    }

    static JsonNode body(String code, String message, List<Violation> violations) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error").put("code", code).put("message", message);
        if (!violations.isEmpty()) {
            ArrayNode details = error.putArray("details");
            violations.forEach(violation ->
                    details.addObject().put("path", violation.path()).put("message", violation.message()));
        }
        return body;
    }
}
