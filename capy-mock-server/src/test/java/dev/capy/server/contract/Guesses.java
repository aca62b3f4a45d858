package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Seeded values that are nearly what a schema asks for: often right, often wrong in one place. */
final class Guesses {

    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "a/b",
            "2026-01-31T12:00:00Z",
            "https://a.example/b",
            "ann@corp.test",
            "#a1b2c3",
            "MODE",
            "main",
            "rel_0123456789abcdef0123456789abcdef01234567",
            "0 9 * * 1",
            "😀",
            "x".repeat(600));

    private static final int ODD = 12;

    private final OpenApiDocument source;
    private final Random random;

    Guesses(OpenApiDocument source, long seed) {
        this.source = source;
        this.random = new Random(seed);
    }

    JsonNode value(JsonNode schema) {
        JsonNode resolved = source.resolve(schema);
        JsonNode choices = resolved.has("anyOf") ? resolved.path("anyOf") : resolved.path("oneOf");
        if (random.nextInt(ODD) == 0) {
            return odd();
        } else if (resolved.has("const")) {
            return resolved.path("const");
        } else if (resolved.has("enum")) {
            return any(resolved.path("enum"));
        } else if (!choices.isEmpty()) {
            return value(any(choices));
        }
        JsonNode type = resolved.path("type");
        return typed(type.isArray() ? any(type).asText() : type.asText(), resolved);
    }

    private JsonNode any(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    private JsonNode odd() {
        return switch (random.nextInt(7)) {
            case 0 -> NullNode.instance;
            case 1 -> BooleanNode.TRUE;
            case 2 -> LongNode.valueOf(random.nextInt(3) - 1);
            case 3 -> DecimalNode.valueOf(new BigDecimal("1.5"));
            case 4 -> DecimalNode.valueOf(new BigDecimal("1E+30"));
            case 5 -> JsonNodeFactory.instance.arrayNode();
            default -> JsonNodeFactory.instance.objectNode().put("odd", 1);
        };
    }

    private JsonNode typed(String type, JsonNode schema) {
        return switch (type) {
            case "string" -> TextNode.valueOf(TEXTS.get(random.nextInt(TEXTS.size())));
            case "integer" -> LongNode.valueOf(number(schema));
            case "number" ->
                DecimalNode.valueOf(BigDecimal.valueOf(number(schema)).add(new BigDecimal("0.25")));
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            case "array" -> array(schema);
            case "object" -> object(schema);
            default -> NullNode.instance;
        };
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(least + 10);
        return least - 1 + (long) (random.nextDouble() * (most - least + 3));
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(value(schema.path("items")));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (random.nextInt(20) < (required.contains(property.getKey()) ? 19 : 8)) {
                object.set(property.getKey(), value(property.getValue()));
            }
        }
        if (random.nextInt(ODD) == 0) {
            object.set("extra", value(schema.path("additionalProperties")));
        }
        return object;
    }
}
