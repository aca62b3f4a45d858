package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One declared parameter. A text that is not of its type stays a text, for the schema to refuse.
 *
 * @param type the JSON Schema type of its values: string, integer, number or boolean
 * @param preset the default, null if it has none
 */
record Parameter(String name, String type, @Nullable JsonNode preset) {

    /** So short that no digits are lost: at most those of a long. */
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

    static Parameter of(String name, JsonNode schema) {
        String type = schema.path("type").asText();
        if (!List.of("string", "integer", "number", "boolean").contains(type)) {
            throw new IllegalStateException("The parameter " + name + " has a type that cannot be read: " + type);
        }
        return new Parameter(name, type, schema.get("default"));
    }

    /** The first value, or the default if there is none. */
    Optional<JsonNode> read(List<String> given) {
        return given.isEmpty() ? Optional.ofNullable(preset) : Optional.of(typed(given.get(0)));
    }

    private JsonNode typed(String text) {
        return switch (type) {
            case "integer" -> INTEGER.matcher(text).matches() ? integer(text) : TextNode.valueOf(text);
            case "number" ->
                NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? BooleanNode.valueOf(text.equals("true"))
                        : TextNode.valueOf(text);
            default -> TextNode.valueOf(text);
        };
    }

    private static JsonNode integer(String text) {
        try {
            return LongNode.valueOf(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return TextNode.valueOf(text);
        }
    }
}
