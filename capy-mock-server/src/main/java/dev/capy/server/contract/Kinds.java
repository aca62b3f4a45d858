package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The rule {@code type} as plans, one for each type that it allows. */
final class Kinds {

    private Kinds() {}

    static Plan[] of(JsonNode type) {
        List<Plan> kinds = new ArrayList<>();
        if (type.isTextual()) {
            kinds.add(kind(type.textValue()));
        }
        type.forEach(each -> kinds.add(kind(each.asText())));
        return kinds.toArray(Plan[]::new);
    }

    private static Plan kind(String name) {
        return switch (name) {
            case "string" -> JsonNode::isTextual;
            case "boolean" -> JsonNode::isBoolean;
            case "integer" -> JsonNode::isIntegralNumber;
            case "number" -> JsonNode::isNumber;
            case "object" -> JsonNode::isObject;
            case "array" -> JsonNode::isArray;
            case "null" -> JsonNode::isNull;
            default -> Plan.UNKNOWN;
        };
    }
}
