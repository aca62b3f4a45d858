package dev.capy.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes values that a schema allows. Thread-safe. */
final class Right {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> ANYTHING = List.of(TextNode.valueOf("anything"));

    private final Spec spec;
    private final Map<JsonNode, Map<String, List<JsonNode>>> made = new IdentityHashMap<>();

    Right(Spec spec) {
        this.spec = spec;
    }

    Spec spec() {
        return spec;
    }

    /**
     * Values that exercise all that a schema says: each optional field, choice, branch and bound in one of them at least.
     * The first is the plainest.
     *
     * @param name of the field that the value is for
     */
    synchronized List<JsonNode> all(String name, JsonNode reference) {
        JsonNode schema = spec.resolve(reference);
        Map<String, List<JsonNode>> known = made.computeIfAbsent(schema, ignored -> new HashMap<>());
        List<JsonNode> before = known.get(name);
        if (before != null) {
            return before;
        }
        known.put(name, ANYTHING); // for a schema that holds itself
        List<JsonNode> values = List.copyOf(make(name, schema));
        known.put(name, values);
        return values;
    }

    private List<JsonNode> make(String name, JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        if (schema.has("const")) {
            return constant(schema.path("const"));
        } else if (schema.has("enum")) {
            schema.path("enum").forEach(values::add);
            return values;
        }
        for (JsonNode branch : branches(schema)) {
            values.addAll(all(name, branch));
        }
        for (String type : types(schema)) {
            values.addAll(ofType(type, name, schema));
        }
        return values.isEmpty() ? ANYTHING : values;
    }

    static List<String> types(JsonNode schema) {
        JsonNode types = schema.path("type");
        return types.isTextual()
                ? List.of(types.asText())
                : StreamSupport.stream(types.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    static JsonNode branches(JsonNode schema) {
        return schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
    }

    /** A whole number stays the same number with a decimal point. */
    private static List<JsonNode> constant(JsonNode value) {
        return value.isIntegralNumber() ? List.of(value, number(value.asText() + ".0")) : List.of(value);
    }

    private List<JsonNode> ofType(String type, String name, JsonNode schema) {
        return switch (type) {
            case "string" -> texts(name, schema);
            case "integer" -> integers(schema);
            case "number" -> numbers(schema);
            case "boolean" -> List.of(BooleanNode.TRUE, BooleanNode.FALSE);
            case "array" -> arrays(name, schema);
            case "object" -> objects(name, schema);
            case "null" -> List.of(NullNode.getInstance());
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private static List<JsonNode> texts(String name, JsonNode schema) {
        List<String> texts = new ArrayList<>(Samples.named(name));
        if (schema.has("pattern") && !schema.has("format")) {
            texts = new ArrayList<>(Samples.ofPattern(schema.path("pattern").asText()));
        } else if (schema.has("format")) {
            texts.addAll(Samples.ofFormat(schema.path("format").asText()));
        } else {
            int least = schema.path("minLength").asInt();
            int most = schema.path("maxLength").asInt();
            texts.addAll(List.of("a word", "a\tb\n\u0000\"\\/'<é😀\u2028 x", "é".repeat(Math.max(1, least))));
            if (least == 0) {
                texts.add("");
            }
            if (most > 0) {
                texts.add("x".repeat(most));
                texts.add("😀".repeat(Math.min(most, 10_000)));
            }
        }
        return texts.stream().<JsonNode>map(TextNode::valueOf).toList();
    }

    private static List<JsonNode> integers(JsonNode schema) {
        long least = schema.has("exclusiveMinimum")
                ? schema.path("exclusiveMinimum").asLong() + 1
                : schema.path("minimum").asLong(-1L << 53);
        long most = schema.path("maximum").asLong(1L << 53);
        long middle = Math.max(least, Math.min(most, 60));
        return Stream.of(middle + "", least + "", most + "", middle + ".0")
                .map(Right::number)
                .toList();
    }

    private static List<JsonNode> numbers(JsonNode schema) {
        Stream<String> numbers = schema.has("minimum")
                ? Stream.of("minimum", "maximum")
                        .map(bound -> schema.path(bound).asText())
                : Stream.of("0", "-1", "0.1", "1767225600", "1e300", "-12345678901234567890");
        List<JsonNode> values = new ArrayList<>(numbers.map(Right::number).toList());
        if (schema.has("minimum")) {
            values.add(number(schema.path("minimum").asText() + ".0"));
            values.add(number(schema.path("minimum").asText() + ".5"));
        }
        return values;
    }

    private static JsonNode number(String text) {
        return DecimalNode.valueOf(new BigDecimal(text));
    }

    private List<JsonNode> arrays(String name, JsonNode schema) {
        List<JsonNode> items = all(name, schema.path("items"));
        int least = schema.path("minItems").asInt();
        int most = schema.path("maxItems").asInt(0);
        List<JsonNode> arrays = new ArrayList<>();
        for (JsonNode item : items) {
            arrays.add(array(item, Math.max(1, least)));
        }
        arrays.add(array(items.get(0), least));
        arrays.add(array(items.get(0), most > 0 ? most : 3));
        ArrayNode mixed = NODES.arrayNode();
        items.stream().limit(most > 0 ? most : 3).filter(item -> isSmall(item)).forEach(mixed::add);
        if (mixed.size() >= least) {
            arrays.add(mixed);
        }
        return arrays;
    }

    private static boolean isSmall(JsonNode value) {
        return value.toString().length() < 1_000;
    }

    /** The same item so many times. */
    static ArrayNode array(JsonNode item, int count) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < count; i++) {
            array.add(item);
        }
        return array;
    }

    private List<JsonNode> objects(String name, JsonNode schema) {
        ObjectNode least = least(schema);
        List<JsonNode> objects = new ArrayList<>(List.of(least));
        ObjectNode most = NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            List<JsonNode> values = all(property.getKey(), property.getValue());
            most.set(property.getKey(), values.get(0));
            for (JsonNode value : values) {
                objects.add(with(least, property.getKey(), value));
            }
        }
        objects.add(most);
        if (schema.path("additionalProperties").isObject()) {
            List<JsonNode> values = all(name, schema.path("additionalProperties"));
            for (JsonNode value : values) {
                objects.add(with(least, name.equals("repoBranches") ? "acme/app" : "bash", value));
            }
            objects.add(with(least, "", values.get(0)));
            objects.add(with(least, "é \u0000 😀", values.get(0)));
        }
        return objects;
    }

    /** The object that has what is required and nothing else. */
    ObjectNode least(JsonNode schema) {
        ObjectNode least = NODES.objectNode();
        for (JsonNode required : schema.path("required")) {
            String name = required.asText();
            least.set(name, all(name, schema.path("properties").path(name)).get(0));
        }
        return least;
    }

    static ObjectNode with(ObjectNode object, String name, JsonNode value) {
        ObjectNode changed = object.deepCopy();
        changed.set(name, value);
        return changed;
    }

    /** An object with some of what is optional, each field by chance. */
    JsonNode some(String name, JsonNode reference, Random random) {
        JsonNode schema = spec.resolve(reference);
        if (!schema.path("type").asText().equals("object") || !schema.has("properties")) {
            List<JsonNode> values = all(name, schema);
            return values.get(random.nextInt(values.size()));
        }
        ObjectNode object = least(schema);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean usual = random.nextInt(3) > 0;
            if (random.nextInt(3) == 0 || (object.has(property.getKey()) && !usual)) {
                object.set(property.getKey(), some(property.getKey(), property.getValue(), random));
            }
        }
        return object;
    }
}
