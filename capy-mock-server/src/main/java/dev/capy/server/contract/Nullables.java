package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites "X, or else null" as X whose types include null. The meaning is the same, and a wrong value then breaks one
 * rule about X instead of one rule of each branch.
 */
final class Nullables {

    private final JsonNode document;
    private final Set<String> open = new HashSet<>();

    private Nullables(JsonNode document) {
        this.document = document;
    }

    /** A copy of the document with every such choice rewritten. */
    static JsonNode folded(JsonNode document) {
        JsonNode copy = document.deepCopy();
        return new Nullables(document).fold(copy);
    }

    private JsonNode fold(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, fold(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            JsonNode choice = choiceBesideNull(object);
            if (choice != null && choice.has("$ref")) {
                return foldReference(object, choice.path("$ref").asText());
            } else if (choice != null && choice.has("type")) {
                return fold(merged(object, choice));
            }
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                entry.setValue(fold(entry.getValue()));
            }
        }
        return node;
    }

    /** A schema that is nullable inside itself stays as it is on the inside. */
    private JsonNode foldReference(ObjectNode holder, String reference) {
        JsonNode target = document.at(reference.substring(1));
        if (!target.has("type") || !open.add(reference)) {
            return holder;
        }
        try {
            return fold(merged(holder, target));
        } finally {
            open.remove(reference);
        }
    }

    private static @Nullable JsonNode choiceBesideNull(ObjectNode object) {
        JsonNode choices = object.has("anyOf") ? object.path("anyOf") : object.path("oneOf");
        if (!choices.isArray() || choices.size() != 2) {
            return null;
        }
        int nullAt = isNull(choices.get(0)) ? 0 : 1;
        return isNull(choices.get(nullAt)) ? choices.get(1 - nullAt) : null;
    }

    private static boolean isNull(JsonNode schema) {
        return schema.size() == 1 && schema.path("type").asText().equals("null");
    }

    private static ObjectNode merged(ObjectNode holder, JsonNode schema) {
        ObjectNode merged = schema.deepCopy();
        ArrayNode types = holder.arrayNode();
        if (merged.path("type").isArray()) {
            types.addAll((ArrayNode) merged.path("type"));
        } else {
            types.add(merged.path("type"));
        }
        merged.set("type", types.add("null"));
        if (merged.has("const")) {
            merged.putArray("enum").add(merged.remove("const"));
        }
        if (merged.get("enum") instanceof ArrayNode values) {
            values.addNull();
        }
        return merged;
    }
}
