package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One way of writing for every way in which a schema can say the same: references resolved, words left out. */
final class CanonicalSchema {

    private static final Set<String> WORDS =
            Set.of("description", "title", "example", "examples", "$schema", "deprecated");

    private final OpenApiDocument document;

    CanonicalSchema(OpenApiDocument document) {
        this.document = document;
    }

    ObjectNode of(JsonNode schema) {
        JsonNode resolved = document.resolve(schema);
        ObjectNode canonical = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> keyword : resolved.properties()) {
            if (!WORDS.contains(keyword.getKey())) {
                canonical.set(keyword.getKey(), keyword(keyword.getKey(), keyword.getValue()));
            }
        }
        return nullable(canonical);
    }

    private JsonNode keyword(String name, JsonNode value) {
        return switch (name) {
            case "properties" -> properties(value);
            case "items", "propertyNames", "not" -> of(value);
            case "additionalProperties" -> value.isObject() ? of(value) : value;
            case "anyOf", "oneOf", "allOf" -> each(value);
            case "required" -> sorted(value);
            default -> value;
        };
    }

    private ObjectNode properties(JsonNode properties) {
        ObjectNode canonical = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(property -> canonical.set(property.getKey(), of(property.getValue())));
        return canonical;
    }

    private ArrayNode each(JsonNode schemas) {
        ArrayNode canonical = JsonNodeFactory.instance.arrayNode();
        schemas.forEach(schema -> canonical.add(of(schema)));
        return canonical;
    }

    private static ArrayNode sorted(JsonNode names) {
        Set<String> sorted = new TreeSet<>();
        names.forEach(name -> sorted.add(name.asText()));
        ArrayNode canonical = JsonNodeFactory.instance.arrayNode();
        sorted.forEach(canonical::add);
        return canonical;
    }

    /** Both {@code anyOf: [X, null]} and {@code type: [X, null]} become X and a mark. */
    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").size() == 2
                && schema.path("type").path(1).asText().equals("null")) {
            return schema.put("type", schema.path("type").path(0).asText()).put("(or null)", true);
        }
        JsonNode choices = schema.path("anyOf");
        if (choices.size() == 2 && choices.path(1).path("type").asText().equals("null")) {
            schema.remove("anyOf");
            return schema.setAll(((ObjectNode) choices.get(0)).put("(or null)", true));
        }
        return schema;
    }
}
