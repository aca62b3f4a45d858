package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Nouns for schemas and values, safe to show: short, without control characters, never a secret. */
final class Wording {

    private static final int SHOWN = 60;

    private Wording() {}

    /** What a value has to be: "an integer from 1 to 100", "a string or null". */
    static String of(JsonNode schema) {
        if (schema.has("const")) {
            return shown(schema.path("const"));
        }
        if (schema.has("enum")) {
            List<String> values = new ArrayList<>();
            schema.path("enum").forEach(value -> values.add(value.isTextual() ? value.asText() : value.toString()));
            return values.size() == 1 ? values.get(0) : "one of " + String.join(", ", values);
        }
        List<String> nouns = new ArrayList<>();
        JsonNode types = schema.path("type");
        if (types.isTextual()) {
            nouns.add(noun(types.asText(), schema));
        }
        types.forEach(type -> nouns.add(noun(type.asText(), schema)));
        return String.join(" or ", nouns);
    }

    private static String noun(String type, JsonNode schema) {
        return switch (type) {
            case "string" ->
                TextFormat.named(schema.path("format").asText())
                        .map(TextFormat::noun)
                        .orElse("a string");
            case "integer" -> "an integer" + range(schema);
            case "number" -> "a number" + range(schema);
            case "boolean" -> "true or false";
            case "array" -> "an array";
            case "object" -> "an object";
            default -> type;
        };
    }

    private static String range(JsonNode schema) {
        String above = schema.has("exclusiveMinimum") ? " above " + schema.path("exclusiveMinimum") : "";
        String below = schema.has("exclusiveMaximum") ? " below " + schema.path("exclusiveMaximum") : "";
        if (schema.has("minimum") && schema.has("maximum")) {
            return " from " + schema.path("minimum") + " to " + schema.path("maximum");
        }
        String least = schema.has("minimum") ? " of at least " + schema.path("minimum") : "";
        String most = schema.has("maximum") ? " of at most " + schema.path("maximum") : "";
        return least + most + above + below;
    }

    /** ", was 'abc'"; nothing where the schema says that values are not to be shown. */
    static String was(JsonNode schema, JsonNode value) {
        boolean secret = schema.path("writeOnly").asBoolean()
                || schema.path("format").asText().equals("password");
        return secret ? "" : ", was " + shown(value);
    }

    private static String shown(JsonNode value) {
        if (value.isTextual()) {
            return value.asText().isEmpty() ? "empty" : quoted(value.asText());
        }
        if (value.isContainerNode()) {
            return value.isArray() ? "an array" : "an object";
        }
        return shortened(value.toString());
    }

    /** The text in quotes, its control characters as escapes, its end left out if it is long. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        String start = text.substring(0, Math.min(SHOWN, text.length()));
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (Character.isISOControl(c) || Unicode.isLoneSurrogate(start, i)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c == '\'' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append(start.length() < text.length() ? "…'" : "'").toString();
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** "1 character", "20 items". */
    static String count(JsonNode number, String noun) {
        return number.asText() + " " + noun + (number.asText().equals("1") ? "" : "s");
    }

    /** ", was 70 long"; nothing where it is empty, which goes without saying. */
    static String length(JsonNode value) {
        String text = value.asText();
        return text.isEmpty() ? "" : ", has " + text.codePointCount(0, text.length());
    }
}
