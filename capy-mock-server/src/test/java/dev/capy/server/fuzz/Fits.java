package dev.capy.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Whether a value fits a schema: a second opinion in few lines, so that neither a right value nor a mistake is taken for
 * the other. Knows the keywords that the documents use in bodies, but no formats. Immutable.
 */
record Fits(Spec spec) {

    boolean test(JsonNode reference, JsonNode value) {
        JsonNode schema = spec.resolve(reference);
        return isOfType(schema, value)
                && isOneOf(schema, value)
                && anyBranch(schema, value)
                && (!value.isTextual() || text(schema, value.textValue()))
                && (!value.isNumber() || number(schema, value))
                && (!value.isArray() || array(schema, value))
                && (!value.isObject() || object(schema, value));
    }

    private static boolean isOfType(JsonNode schema, JsonNode value) {
        JsonNode types = schema.path("type");
        return types.isMissingNode()
                || (types.isTextual()
                        ? is(types.asText(), value)
                        : StreamSupport.stream(types.spliterator(), false).anyMatch(type -> is(type.asText(), value)));
    }

    /** Whether a value is of this JSON type. */
    static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isNumber() && isWhole(value);
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private static boolean isWhole(JsonNode value) {
        return value.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static boolean isOneOf(JsonNode schema, JsonNode value) {
        return (!schema.has("const") || same(schema.path("const"), value))
                && (!schema.has("enum")
                        || StreamSupport.stream(schema.path("enum").spliterator(), false)
                                .anyMatch(choice -> same(choice, value)));
    }

    private static boolean same(JsonNode choice, JsonNode value) {
        return choice.isNumber() && value.isNumber()
                ? choice.decimalValue().compareTo(value.decimalValue()) == 0
                : choice.equals(value);
    }

    private boolean anyBranch(JsonNode schema, JsonNode value) {
        JsonNode branches = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
        return branches.isEmpty()
                || StreamSupport.stream(branches.spliterator(), false).anyMatch(branch -> test(branch, value));
    }

    private static boolean text(JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        return schema.path("minLength").asInt() <= length
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                && (!schema.has("pattern") || matches(schema.path("pattern").asText(), text));
    }

    /** As JavaScript reads a pattern: a dollar sign is the end, not the line before it. */
    private static boolean matches(String pattern, String text) {
        return !text.endsWith("\n") && Pattern.compile(pattern).matcher(text).find();
    }

    private static boolean number(JsonNode schema, JsonNode value) {
        return (!schema.has("minimum") || compare(value, schema, "minimum") >= 0)
                && (!schema.has("maximum") || compare(value, schema, "maximum") <= 0)
                && (!schema.has("exclusiveMinimum") || compare(value, schema, "exclusiveMinimum") > 0);
    }

    private static int compare(JsonNode value, JsonNode schema, String bound) {
        return value.decimalValue().compareTo(schema.path(bound).decimalValue());
    }

    private boolean array(JsonNode schema, JsonNode value) {
        return schema.path("minItems").asInt() <= value.size()
                && value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE)
                && StreamSupport.stream(value.spliterator(), false).allMatch(item -> test(schema.path("items"), item));
    }

    private boolean object(JsonNode schema, JsonNode value) {
        JsonNode others = schema.path("additionalProperties");
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            JsonNode declared = schema.path("properties").path(property.getKey());
            boolean closed = others.isBoolean() && !others.asBoolean();
            if (declared.isMissingNode() ? closed : !test(declared, property.getValue())) {
                return false;
            }
            if (declared.isMissingNode() && others.isObject() && !test(others, property.getValue())) {
                return false;
            }
        }
        return true;
    }
}
