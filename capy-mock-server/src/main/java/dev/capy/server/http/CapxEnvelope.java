package dev.capy.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.GovernanceBlocked;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Capx says: {@code {"success": false, "error": {"code", "message", "docs", "fields"}, "meta": {"request_id"}}}. That
 * there are {@code fields} and {@code meta} is not documented by the vendor, and neither are the codes of 422 and 500.
 *
 * @param requestId of the request that is refused
 */
record CapxEnvelope(String requestId) implements Envelope {

    private static final String DOCS = "https://capx.ai/docs/api";

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "invalid_request"),
            Map.entry(401, "unauthorized"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not_found"),
            Map.entry(405, "method_not_allowed"),
            Map.entry(409, "conflict"),
            Map.entry(413, "content_too_large"),
            Map.entry(415, "unsupported_media_type"),
            Map.entry(422, "governance_blocked"),
            Map.entry(429, "rate_limit_exceeded"),
            Map.entry(500, "internal_error"),
            Map.entry(502, "bad_gateway"),
            Map.entry(503, "service_unavailable"),
            Map.entry(504, "gateway_timeout"));

    @Override
    public Reply refusal(CapyException refusal) {
        List<Violation> violations = refusal instanceof Invalid invalid ? invalid.violations() : List.of();
        return reply(status(refusal), null, refusal.getMessage(), violations, Map.of());
    }

    private static int status(CapyException refusal) {
        if (refusal instanceof Invalid) {
            return 400;
        } else if (refusal instanceof Forbidden) {
            return 403;
        } else if (refusal instanceof NotFound) {
            return 404;
        }
        return refusal instanceof GovernanceBlocked ? 422 : 409;
    }

    @Override
    public Reply refusal(HttpError refusal) {
        return error(refusal.status(), null, String.valueOf(refusal.getMessage()), refusal.headers());
    }

    @Override
    public Reply error(int status, @Nullable String code, String message, Map<String, String> headers) {
        return reply(status, code, message, List.of(), headers);
    }

    private Reply reply(
            int status,
            @Nullable String code,
            String message,
            List<Violation> violations,
            Map<String, String> headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("success", false);
        ObjectNode error = body.putObject("error")
                .put("code", code == null ? CODES.getOrDefault(status, "error") : code)
                .put("message", message)
                .put("docs", DOCS + (status == 429 ? "#rate-limits" : "#errors"));
        if (!violations.isEmpty()) {
            ArrayNode fields = error.putArray("fields");
            violations.forEach(violation ->
                    fields.addObject().put("field", field(violation.path())).put("message", violation.message()));
        }
        body.putObject("meta").put("request_id", requestId);
        return new Reply(status, body, headers);
    }

    /** A path without its root; what is wrong as a whole is the body. */
    private static String field(String path) {
        String below = path.startsWith("$.") ? path.substring(2) : path.substring(Math.min(1, path.length()));
        return below.isEmpty() ? "body" : below;
    }
}
