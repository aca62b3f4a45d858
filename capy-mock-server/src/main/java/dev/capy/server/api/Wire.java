package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes that all operations share on the wire. */
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

    /** A text of a body; null where it is missing or null. */
    static @Nullable String text(JsonNode body, String name) {
        return body.hasNonNull(name) ? body.get(name).textValue() : null;
    }

    /** The texts of a list of a body; none where it is missing. */
    static List<String> texts(JsonNode body, String name) {
        List<String> texts = new ArrayList<>();
        body.path(name).forEach(element -> texts.add(element.textValue()));
        return texts;
    }
}
