package dev.capy.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes values with one mistake in them. Not thread-safe. */
final class Wrong {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> OF_EVERY_TYPE = List.of(
            TextNode.valueOf("1"),
            DecimalNode.valueOf(BigDecimal.ONE),
            DecimalNode.valueOf(new BigDecimal("1.5")),
            BooleanNode.TRUE,
            NullNode.getInstance(),
            NODES.arrayNode(),
            NODES.arrayNode().add("x"),
            NODES.objectNode(),
            NODES.objectNode().put("", ""));

    private final Right right;
    private final Fits fits;
    private final Set<JsonNode> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

    Wrong(Right right, Fits fits) {
        this.right = right;
        this.fits = fits;
    }

    static Wrong of(Spec spec) {
        return new Wrong(new Right(spec), new Fits(spec));
    }

    /**
     * A value for each thing that can be wrong at each place.
     *
     * @param name of the field that the value is for
     */
    List<JsonNode> all(String name, JsonNode reference) {
        JsonNode schema = right.spec().resolve(reference);
        if (!underWay.add(schema)) {
            return List.of(); // it holds itself
        }
        try {
            return made(name, schema);
        } finally {
            underWay.remove(schema);
        }
    }

    private List<JsonNode> made(String name, JsonNode schema) {
        List<JsonNode> values = new ArrayList<>(OF_EVERY_TYPE);
        if (schema.has("const") || schema.has("enum")) {
            values.addAll(choices(schema));
        }
        for (JsonNode branch : Right.branches(schema)) {
            values.addAll(all(name, branch));
        }
        for (String type : Right.types(schema)) {
            values.addAll(ofType(type, name, schema));
        }
        // what is wrong in one branch may be right in another
        values.removeIf(value -> !isBadFormat(schema, value) && fits.test(schema, value));
        return values;
    }

    private static boolean isBadFormat(JsonNode schema, JsonNode value) {
        return schema.has("format") && BAD_FORMATS.contains(value);
    }

    private static final List<JsonNode> BAD_FORMATS =
            List.of(TextNode.valueOf("no such thing"), TextNode.valueOf("x"), TextNode.valueOf(""));

    private static List<JsonNode> choices(JsonNode schema) {
        String one = schema.path("enum").path(0).asText(schema.path("const").asText());
        return List.of(
                TextNode.valueOf("capybara"),
                TextNode.valueOf(""),
                TextNode.valueOf(one.toUpperCase(Locale.ROOT) + "S"),
                TextNode.valueOf(one + " "),
                TextNode.valueOf(one + "\n"),
                BooleanNode.FALSE);
    }

    private List<JsonNode> ofType(String type, String name, JsonNode schema) {
        return switch (type) {
            case "string" -> texts(name, schema);
            case "integer", "number" -> numbers(schema);
            case "array" -> arrays(name, schema);
            case "object" -> objects(name, schema);
            default -> List.of();
        };
    }

    private List<JsonNode> texts(String name, JsonNode schema) {
        List<JsonNode> texts = new ArrayList<>(
                List.of(TextNode.valueOf("\ud800"), TextNode.valueOf("a\udc00b"), TextNode.valueOf("\udfff\ud83d")));
        if (schema.has("enum") || schema.has("const")) {
            return texts;
        }
        String plain = right.all(name, schema).get(0).asText();
        if (schema.has("pattern")) {
            texts.addAll(List.of(
                    TextNode.valueOf(plain + "\n"),
                    TextNode.valueOf("É " + plain),
                    TextNode.valueOf(plain + "\u0000")));
            texts.add(TextNode.valueOf(plain + "-".repeat(20_000) + "\n"));
        }
        if (schema.has("format")) {
            texts.addAll(BAD_FORMATS);
        }
        if (schema.has("maxLength")) {
            texts.add(TextNode.valueOf("x".repeat(schema.path("maxLength").asInt() + 1)));
        }
        if (schema.path("minLength").asInt() > 0) {
            texts.add(TextNode.valueOf("x".repeat(schema.path("minLength").asInt() - 1)));
        }
        return texts;
    }

    private static List<JsonNode> numbers(JsonNode schema) {
        List<JsonNode> numbers = new ArrayList<>();
        for (String bound : List.of("minimum", "maximum", "exclusiveMinimum")) {
            if (schema.has(bound)) {
                BigDecimal edge = schema.path(bound).decimalValue();
                BigDecimal step = BigDecimal.valueOf(bound.equals("maximum") ? 1 : -1);
                numbers.add(DecimalNode.valueOf(edge.add(step)));
                numbers.add(DecimalNode.valueOf(edge.add(step.movePointLeft(3))));
                numbers.add(DecimalNode.valueOf(step.scaleByPowerOfTen(400)));
                numbers.add(DecimalNode.valueOf(edge));
            }
        }
        return numbers;
    }

    private List<JsonNode> arrays(String name, JsonNode schema) {
        List<JsonNode> arrays = new ArrayList<>();
        JsonNode plain = right.all(name, schema.path("items")).get(0);
        if (schema.has("maxItems")) {
            arrays.add(Right.array(plain, schema.path("maxItems").asInt() + 1));
        }
        if (schema.path("minItems").asInt() > 0) {
            arrays.add(Right.array(plain, schema.path("minItems").asInt() - 1));
        }
        for (JsonNode item : all(name, schema.path("items"))) {
            arrays.add(Right.array(plain, 1).add(item));
        }
        return arrays;
    }

    private List<JsonNode> objects(String name, JsonNode schema) {
        ObjectNode least = right.least(schema);
        List<JsonNode> objects = new ArrayList<>();
        least.fieldNames()
                .forEachRemaining(required -> objects.add(least.deepCopy().without(required)));
        for (String extra : List.of("capybara", "", "__proto__", "\u0000", "\ud83e\uddab")) {
            objects.add(Right.with(least, extra, BooleanNode.TRUE));
        }
        objects.add(Right.with(least, "\udbff", BooleanNode.TRUE));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            for (JsonNode value : all(property.getKey(), property.getValue())) {
                objects.add(Right.with(least, property.getKey(), value));
            }
        }
        if (schema.path("additionalProperties").isObject()) {
            for (JsonNode value : all(name, schema.path("additionalProperties"))) {
                objects.add(Right.with(least, "bash", value));
            }
        }
        return objects;
    }
}
