package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** The rules that bound numbers, texts and sizes, as plans; of numbers, only the whole ones. */
final class Bounds {

    private Bounds() {}

    static Plan of(String keyword, JsonNode rule) {
        long bound = rule.longValue();
        return switch (keyword) {
            case "minimum" -> whole(rule, number -> number >= bound);
            case "maximum" -> whole(rule, number -> number <= bound);
            case "exclusiveMinimum" -> whole(rule, number -> number > bound);
            case "exclusiveMaximum" -> whole(rule, number -> number < bound);
            case "minLength" -> text(text -> text.codePointCount(0, text.length()) >= bound);
            case "maxLength" -> text(text -> text.codePointCount(0, text.length()) <= bound);
            case "pattern" -> text(new BoundedPattern(rule.asText())::matches);
            case "format" ->
                TextFormat.named(rule.asText())
                        .map(format -> text(format.test()))
                        .orElse(Plan.UNKNOWN);
            case "minItems" -> value -> !value.isArray() || value.size() >= bound;
            case "maxItems" -> value -> !value.isArray() || value.size() <= bound;
            case "minProperties" -> value -> !value.isObject() || value.size() >= bound;
            case "maxProperties" -> value -> !value.isObject() || value.size() <= bound;
            default -> Plan.UNKNOWN;
        };
    }

    private static Plan whole(JsonNode rule, LongPredicate test) {
        if (!rule.isIntegralNumber() || !rule.canConvertToLong()) {
            return Plan.UNKNOWN;
        }
        return value -> !value.isNumber()
                || (value.isIntegralNumber() && value.canConvertToLong() && test.test(value.longValue()));
    }

    private static Plan text(Predicate<String> test) {
        return value -> !value.isTextual() || test.test(value.textValue());
    }
}
