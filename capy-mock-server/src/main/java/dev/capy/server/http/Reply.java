package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to whoever called.
 *
 * @param status the HTTP status
 * @param body the JSON that is sent
 * @param headers further headers by name
 * @param stream what feeds the stream that is sent in place of the body; null for none
 * @param text the text that is sent in place of the body; null for none
 */
public record Reply(
        int status,
        JsonNode body,
        Map<String, String> headers,
        @Nullable Consumer<Feed> stream,
        @Nullable Text text) {

    public Reply(int status, JsonNode body, Map<String, String> headers) {
        this(status, body, headers, null, null);
    }

    public Reply(int status, JsonNode body) {
        this(status, body, Map.of());
    }

    /** A success that goes on. */
    static Reply streaming(Consumer<Feed> stream) {
        return new Reply(200, NullNode.instance, Map.of(), stream, null);
    }

    /** A success that is no JSON. */
    static Reply text(Text text) {
        return new Reply(200, NullNode.instance, Map.of(), null, text);
    }

    /** This answer with more headers. */
    Reply plus(Map<String, String> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(others);
        return new Reply(status, body, all, stream, text);
    }

    /** A success. */
    public static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }
}
