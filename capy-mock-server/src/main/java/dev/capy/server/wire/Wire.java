package dev.capy.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The shapes that all operations share, of the API and of the control plane. Thread-safe. */
public final class Wire {

    private Wire() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static <T> ArrayNode array(Stream<T> elements, Function<? super T, ? extends JsonNode> wire) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> array.add(wire.apply(element)));
        return array;
    }

    public static <T> ArrayNode array(Iterable<T> elements, Function<? super T, ? extends JsonNode> wire) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> array.add(wire.apply(element)));
        return array;
    }

    public static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** ISO-8601 in UTC, always with three decimals. */
    public static String time(Instant time) {
        return WireTime.of(time);
    }

    public static @Nullable String timeOrNull(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    /** A text of a body; null where it is missing or null. */
    public static @Nullable String text(JsonNode body, String name) {
        return body.path(name).textValue();
    }

    /** The texts of a list of a body; none where it is missing. */
    public static List<String> texts(JsonNode body, String name) {
        JsonNode list = body.path(name);
        return list.isEmpty()
                ? List.of()
                : elements(list).map(JsonNode::textValue).toList();
    }

    /** The elements of a list of a body; none where it is missing. */
    public static Stream<JsonNode> elements(JsonNode body, String name) {
        return elements(body.path(name));
    }

    /** The elements of a list. */
    public static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
