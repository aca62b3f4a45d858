package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer its schema knows: the plan is a graph made once, and following it takes one look at each value.
 * Thread-safe once its maker has let go of it.
 */
final class Projection {

    /** Keeps whatever there is. */
    static final Projection ALL = new Projection();

    final Map<String, Projection> fields = new HashMap<>();

    /** For fields that are not named; null drops them. */
    @Nullable
    Projection others = this;

    /** For items, if the value is an array. */
    Projection items = this;

    /** The value itself if it loses nothing, else a copy of what changes. */
    JsonNode apply(JsonNode value) {
        if (this == ALL) {
            return value;
        }
        if (value instanceof ObjectNode object) {
            return fieldsOf(object);
        }
        return value instanceof ArrayNode array ? itemsOf(array) : value;
    }

    private ObjectNode fieldsOf(ObjectNode object) {
        ObjectNode slim = object;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Projection plan = fields.getOrDefault(field.getKey(), others);
            JsonNode kept = plan == null ? null : plan.apply(field.getValue());
            if (slim == object && kept != field.getValue()) {
                slim = before(field.getKey(), object);
            }
            if (slim != object && kept != null) {
                slim.set(field.getKey(), kept);
            }
        }
        return slim;
    }

    /** The fields before this one. */
    private static ObjectNode before(String name, ObjectNode object) {
        ObjectNode fields = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equals(name)) {
                return fields;
            }
            fields.set(field.getKey(), field.getValue());
        }
        return fields;
    }

    private ArrayNode itemsOf(ArrayNode array) {
        ArrayNode slim = array;
        for (int i = 0; i < array.size(); i++) {
            JsonNode kept = items.apply(array.get(i));
            if (kept != array.get(i)) {
                slim = slim == array ? array.arrayNode().addAll(array) : slim;
                slim.set(i, kept);
            }
        }
        return slim;
    }
}
