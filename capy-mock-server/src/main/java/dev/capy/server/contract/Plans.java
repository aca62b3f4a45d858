package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes plans of the schemas of one document. A rule that it does not know makes a plan that knows nothing. Thread-safe. */
final class Plans {

    /** Keywords that are no rules. */
    private static final Set<String> SILENT =
            Set.of("title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly");

    private final JsonNode document;
    private final Map<String, Lazy<Plan>> referred = new ConcurrentHashMap<>();

    Plans(JsonNode document) {
        this.document = document;
    }

    Plan of(JsonNode schema) {
        if (!schema.isObject()) {
            return schema.isBoolean() && schema.booleanValue() ? Plan.ALWAYS : Plan.UNKNOWN;
        }
        List<Plan> rules = new ArrayList<>();
        for (Map.Entry<String, JsonNode> rule : schema.properties()) {
            Plan plan = rule(rule.getKey(), rule.getValue(), schema);
            if (plan != Plan.ALWAYS) {
                rules.add(plan);
            }
        }
        return rules.contains(Plan.UNKNOWN) ? Plan.UNKNOWN : all(rules.toArray(Plan[]::new));
    }

    private Plan rule(String keyword, JsonNode rule, JsonNode schema) {
        return switch (keyword) {
            case "$ref" -> reference(rule.textValue());
            case "anyOf" -> any(plans(rule));
            case "allOf" -> all(plans(rule));
            case "type" -> any(Kinds.of(rule));
            case "enum" -> values(rule);
            case "const" -> value -> value.equals(rule);
            case "properties" -> fields(rule, schema.get("additionalProperties"));
            case "additionalProperties" ->
                schema.has("properties") ? Plan.ALWAYS : fields(MissingNode.getInstance(), rule);
            case "required" -> required(rule);
            case "propertyNames" -> names(of(rule));
            case "items" -> items(of(rule));
            default -> SILENT.contains(keyword) ? Plan.ALWAYS : Bounds.of(keyword, rule);
        };
    }

    /** Made when it is needed: schemas may refer to themselves. */
    private Plan reference(String reference) {
        Lazy<Plan> plan = referred.computeIfAbsent(
                reference, key -> new Lazy<>(() -> of(document.at(key.substring(key.indexOf('/'))))));
        return value -> plan.get().accepts(value);
    }

    private Plan[] plans(JsonNode schemas) {
        return StreamSupport.stream(schemas.spliterator(), false).map(this::of).toArray(Plan[]::new);
    }

    private static Plan any(Plan[] plans) {
        return plans.length == 1
                ? plans[0]
                : value -> {
                    for (Plan plan : plans) {
                        if (plan.accepts(value)) {
                            return true;
                        }
                    }
                    return false;
                };
    }

    private static Plan all(Plan[] plans) {
        return plans.length == 1
                ? plans[0]
                : value -> {
                    for (Plan plan : plans) {
                        if (!plan.accepts(value)) {
                            return false;
                        }
                    }
                    return true;
                };
    }

    private static Plan values(JsonNode list) {
        Set<JsonNode> values = new HashSet<>();
        list.forEach(values::add);
        return values::contains;
    }

    private Plan fields(JsonNode properties, @Nullable JsonNode additional) {
        Map<String, Plan> named = new HashMap<>();
        properties.properties().forEach(property -> named.put(property.getKey(), of(property.getValue())));
        Plan others = additional == null ? Plan.ALWAYS : of(additional);
        return value -> {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (!named.getOrDefault(field.getKey(), others).accepts(field.getValue())) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Plan required(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.textValue()));
        return value -> {
            for (String name : names) {
                if (value.isObject() && !value.has(name)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Plan names(Plan plan) {
        return value -> {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (!plan.accepts(TextNode.valueOf(field.getKey()))) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Plan items(Plan plan) {
        return value -> {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                if (!plan.accepts(value.get(i))) {
                    return false;
                }
            }
            return true;
        };
    }
}
