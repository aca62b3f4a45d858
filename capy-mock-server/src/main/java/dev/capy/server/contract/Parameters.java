package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of one operation in one place, the path or the query. They are read as one object, checked by one
 * schema: so its messages are those of a body. Immutable.
 */
final class Parameters {

    private final Map<String, Parameter> declared;
    private final Shape shape;

    private Parameters(Map<String, Parameter> declared, Shape shape) {
        this.declared = declared;
        this.shape = shape;
    }

    static Parameters of(Declaration declaration, String place, Schemas schemas) {
        Map<String, Parameter> declared = new LinkedHashMap<>();
        for (JsonNode parameter : in(declaration, place)) {
            String name = parameter.required("name").asText();
            declared.put(name, Parameter.of(name, schemas.resolved(parameter.path("schema"))));
        }
        return new Parameters(declared, schemas.shape(declaration.id(), place));
    }

    /** The schema of the object that the parameters make. */
    static ObjectNode schema(Declaration declaration, String place) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (JsonNode parameter : in(declaration, place)) {
            String name = parameter.required("name").asText();
            properties.set(name, parameter.path("schema"));
            if (parameter.path("required").asBoolean()) {
                required.add(name);
            }
        }
        return schema;
    }

    Set<String> names() {
        return declared.keySet();
    }

    /** The typed values, defaults among them; throws {@link Invalid} with this message. */
    ObjectNode read(Map<String, List<String>> given, String refusal) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        if (declared.isEmpty()) {
            return values;
        }
        List<Violation> violations = new ArrayList<>();
        for (Parameter parameter : declared.values()) {
            List<String> texts = given.getOrDefault(parameter.name(), List.of());
            parameter.read(texts).ifPresent(value -> values.set(parameter.name(), value));
            if (texts.size() > 1) {
                violations.add(new Violation(
                        JsonPath.of(List.of(parameter.name())),
                        "must be given only once, was given " + texts.size() + " times"));
            }
        }
        violations.addAll(Unicode.violations(values));
        violations.addAll(shape.check(values));
        if (!violations.isEmpty()) {
            throw new Invalid(refusal, violations);
        }
        return values;
    }

    void warmUp() {
        shape.warmUp();
    }

    private static List<JsonNode> in(Declaration declaration, String place) {
        return declaration.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .toList();
    }
}
