package dev.capy.server.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.capy.core.kernel.Event;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Events on the wire: the world's time as {@code at}, then the event's own fields. Thread-safe. */
final class EventJson {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

    private EventJson() {}

    static ObjectNode of(Instant at, Event event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("at", TIME.format(at));
        put(json, event);
        return json;
    }

    private static void put(ObjectNode json, Object row) {
        for (RecordComponent component : COMPONENTS.computeIfAbsent(row.getClass(), Class::getRecordComponents)) {
            json.set(component.getName(), json(value(row, component)));
        }
    }

    private static @Nullable Object value(Object row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** Constants are told by the API's words; what is no structure, number or truth value either, by its text. */
    private static JsonNode json(@Nullable Object value) {
        if (value == null) {
            return NullNode.instance;
        } else if (value instanceof Optional<?> optional) {
            return json(optional.orElse(null));
        } else if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        } else if (value instanceof Number number) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(number.toString()));
        } else if (value instanceof Enum<?> constant) {
            return TextNode.valueOf(constant.name().toLowerCase(Locale.ROOT));
        } else if (value instanceof Instant instant) {
            return TextNode.valueOf(TIME.format(instant));
        } else if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> array.add(json(element)));
            return array;
        } else if (value instanceof Record) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            put(object, value);
            return object;
        }
        return TextNode.valueOf(value.toString());
    }
}
