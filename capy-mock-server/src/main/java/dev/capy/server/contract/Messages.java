package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says in plain words what a finding is about: what is wrong, and what would be right. Thread-safe. */
final class Messages {

    private final JsonNode document;

    Messages(JsonNode document) {
        this.document = document;
    }

    String message(Finding finding) {
        JsonNode schema = owner(finding);
        JsonNode limit = schema.path(finding.keyword());
        JsonNode value = finding.value();
        if (!finding.others().isEmpty()) {
            return "must be " + alternatives(finding) + Wording.was(schema, value);
        }
        return switch (finding.keyword()) {
            case "required" -> "is required";
            case "additionalProperties", "unevaluatedProperties" -> unknown(finding, schema);
            case "type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format", "enum", "const" ->
                "must be " + Wording.of(schema) + Wording.was(schema, value);
            case "pattern" -> pattern(schema, value);
            case "minLength" -> "must be at least " + Wording.count(limit, "character") + Wording.length(value);
            case "maxLength" -> "must be at most " + Wording.count(limit, "character") + Wording.length(value);
            case "minItems" -> "must have at least " + Wording.count(limit, "item") + ", has " + value.size();
            case "maxItems" -> "must have at most " + Wording.count(limit, "item") + ", has " + value.size();
            case "minProperties" -> "must have at least " + Wording.count(limit, "field") + ", has " + value.size();
            case "maxProperties" -> "must have at most " + Wording.count(limit, "field") + ", has " + value.size();
            case "uniqueItems" -> "must not hold the same item twice";
            case "multipleOf" -> "must be a multiple of " + limit + Wording.was(schema, value);
            case "oneOf", "anyOf" -> "must have exactly one of the forms that the document describes";
            default -> finding.fallback().get();
        };
    }

    /** The schema that the broken rule is a keyword of. */
    private JsonNode owner(Finding finding) {
        JsonNode schema = document;
        for (Object step :
                finding.location().subList(0, Math.max(0, finding.location().size() - 1))) {
            schema = step instanceof Integer index ? schema.path(index) : schema.path(step.toString());
        }
        return schema;
    }

    private String alternatives(Finding finding) {
        List<String> each = Stream.concat(Stream.of(finding), finding.others().stream())
                .map(alternative -> Wording.of(owner(alternative)))
                .distinct()
                .toList();
        return finding.keyword().equals("const") ? "one of " + String.join(", ", each) : String.join(" or ", each);
    }

    private static String pattern(JsonNode schema, JsonNode value) {
        if (TextFormat.named(schema.path("format").asText()).isPresent()) {
            return "must be " + Wording.of(schema) + Wording.was(schema, value);
        }
        return value.asText().length() > BoundedPattern.LONGEST
                ? "must be at most " + BoundedPattern.LONGEST + " characters" + Wording.length(value)
                : "must match " + schema.path("pattern").asText() + Wording.was(schema, value);
    }

    private static String unknown(Finding finding, JsonNode schema) {
        Object name = finding.path().get(finding.path().size() - 1);
        Set<String> known = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        if (known.isEmpty()) {
            return "is not a known field; no field is known here";
        }
        String nearest = Nearest.to(name.toString(), known)
                .map(similar -> "did you mean " + similar + "? ")
                .orElse("");
        return "is not a known field; " + nearest + "known fields are " + String.join(", ", known);
    }
}
