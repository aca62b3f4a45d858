package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What goes back to whoever called.
 *
 * @param status the HTTP status
 * @param body the JSON that is sent
 * @param headers further headers by name
 */
public record Reply(int status, JsonNode body, Map<String, String> headers) {

    public Reply(int status, JsonNode body) {
        this(status, body, Map.of());
    }

    /** An error in the API's envelope. */
    public static Reply error(int status, String code, String message, Map<String, String> headers) {
        return new Reply(status, Envelope.body(code, message, List.of()), headers);
    }

    /** A success. */
    public static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }
}
