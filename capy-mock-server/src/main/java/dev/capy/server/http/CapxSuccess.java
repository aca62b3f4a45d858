package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a success of Capx looks like: {@code {"success": true, "data", "meta"}}. */
final class CapxSuccess {

    private static final String SECRET = "/data/secret";

    private CapxSuccess() {}

    static ObjectNode body(CapxAnswer answer, long creditsUsed, long creditsRemaining, String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("success", true);
        body.set("data", answer.data());
        ObjectNode meta = body.putObject("meta")
                .put("credits_used", creditsUsed)
                .put("credits_remaining", creditsRemaining)
                .put("request_id", requestId);
        if (answer.isPage()) {
            meta.put("next_cursor", answer.nextCursor()).put("has_more", answer.nextCursor() != null);
        }
        return body;
    }

    /** The same success as it is kept: without what is shown only once. */
    static JsonNode kept(JsonNode body) {
        if (!body.at(SECRET).isTextual()) {
            return body;
        }
        ObjectNode copy = body.deepCopy();
        copy.withObject("/data").put("secret", "");
        return copy;
    }

    /** The same success as the answer to another request. */
    static ObjectNode again(JsonNode body, String requestId) {
        ObjectNode copy = body.deepCopy();
        copy.withObject("/meta").put("request_id", requestId);
        return copy;
    }
}
