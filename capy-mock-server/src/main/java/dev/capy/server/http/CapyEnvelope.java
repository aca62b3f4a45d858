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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Capy and the control plane say: {@code {"error": {"code", "message", "details"}}}. Thread-safe. */
final class CapyEnvelope implements Envelope {

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad_request"),
            Map.entry(401, "unauthorized"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not_found"),
            Map.entry(409, "conflict"),
            Map.entry(410, "session_ended"),
            Map.entry(413, "content_too_large"),
            Map.entry(415, "unsupported_media_type"),
            Map.entry(422, "validation_error"),
            Map.entry(429, "rate_limited"),
            Map.entry(500, "internal_error"),
            Map.entry(502, "bad_gateway"),
            Map.entry(503, "service_unavailable"),
            Map.entry(504, "gateway_timeout"));

    @Override
    public Reply refusal(CapyException refusal) {
        if (refusal instanceof Invalid invalid) {
            return new Reply(422, body("validation_error", invalid.getMessage(), invalid.violations()));
        }
        return error(status(refusal), code(refusal), refusal.getMessage(), Map.of());
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

    private static @Nullable String code(CapyException refusal) {
        if (refusal instanceof Gone gone) {
            return gone.code();
        }
        return refusal instanceof NotReady notReady ? notReady.code() : null;
    }

    @Override
    public Reply refusal(HttpError refusal) {
        return error(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()), refusal.headers());
    }

    @Override
    public Reply error(int status, @Nullable String code, String message, Map<String, String> headers) {
        String shown = code == null ? CODES.getOrDefault(status, "error") : code;
        return new Reply(status, body(shown, message, List.of()), headers);
    }

    private static JsonNode body(String code, String message, List<Violation> violations) {
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
