package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The shapes that all operations of the control plane share on the wire. */
final class Wire {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Wire() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode array(Stream<T> elements, Function<? super T, ? extends JsonNode> wire) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> array.add(wire.apply(element)));
        return array;
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** ISO-8601 in UTC, always with three decimals. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    static @Nullable String timeOrNull(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    /** A text of a body; null where it is missing. */
    static @Nullable String text(JsonNode body, String name) {
        return body.has(name) ? body.get(name).textValue() : null;
    }

    /** The elements of a list of a body; none where it is missing. */
    static Stream<JsonNode> elements(JsonNode body, String name) {
        return StreamSupport.stream(body.path(name).spliterator(), false);
    }

    /** The refusal of a body for one thing that is wrong with it. */
    static Invalid refused(String path, String message) {
        return new Invalid("Request body validation failed", List.of(new Violation(path, message)));
    }
}
