package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.server.wire.Refusals;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads ISO-8601 durations of a body. */
final class IsoDuration {

    private IsoDuration() {}

    /** @throws Invalid when it is no duration */
    static Duration read(JsonNode body, String name) {
        return read(body.get(name).textValue(), "$." + name);
    }

    /**
     * The same of a text that stands at {@code path}.
     *
     * @throws Invalid when it is no duration
     */
    static Duration read(String text, String path) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw Refusals.ofBody(path, "must be an ISO-8601 duration such as PT15M, was '" + text + "'");
        }
    }
}
