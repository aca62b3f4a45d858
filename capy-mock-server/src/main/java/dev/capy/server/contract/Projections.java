package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes projections of schemas. Where a value may have one of several forms, it keeps what any of them knows. Thread-safe.
 */
final class Projections {

    private final OpenApiDocument document;
    private final Map<Set<JsonNode>, Projection> made = new HashMap<>();

    Projections(OpenApiDocument document) {
        this.document = document;
    }

    synchronized Projection of(JsonNode schema) {
        return of(List.of(schema));
    }

    private Projection of(List<JsonNode> schemas) {
        Set<JsonNode> forms = new LinkedHashSet<>();
        schemas.forEach(schema -> collect(schema, forms));
        if (forms.stream().anyMatch(form -> !form.has("type") && !form.has("properties"))) {
            return Projection.ALL;
        }
        Projection known = made.get(forms);
        if (known != null) {
            return known;
        }
        Projection projection = new Projection();
        made.put(forms, projection);
        fill(projection, List.copyOf(forms));
        return projection;
    }

    /** The plain schemas behind references and choices; those of simple values say nothing here, and stay. */
    private void collect(JsonNode schema, Set<JsonNode> forms) {
        JsonNode resolved = document.resolve(schema);
        boolean choice = false;
        for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode part : resolved.path(keyword)) {
                choice = true;
                collect(part, forms);
            }
        }
        if (!choice || resolved.has("properties")) {
            forms.add(resolved);
        }
    }

    private void fill(Projection projection, List<JsonNode> forms) {
        Set<String> names = new LinkedHashSet<>();
        List<JsonNode> others = new ArrayList<>();
        List<JsonNode> items = new ArrayList<>();
        boolean open = false;
        for (JsonNode form : forms) {
            form.path("properties").fieldNames().forEachRemaining(names::add);
            if (form.has("items")) {
                items.add(form.path("items"));
            }
            JsonNode additional = form.path("additionalProperties");
            if (additional.isObject()) {
                others.add(additional);
            } else if (isObject(form) && additional.asBoolean(true)) {
                open = true;
            }
        }
        for (String name : names) {
            projection.fields.put(
                    name,
                    of(forms.stream()
                            .map(form -> form.path("properties").path(name))
                            .filter(property -> !property.isMissingNode())
                            .toList()));
        }
        projection.items = items.isEmpty() ? Projection.ALL : of(items);
        projection.others = open ? Projection.ALL : others.isEmpty() ? null : of(others);
    }

    private static boolean isObject(JsonNode form) {
        return form.has("properties") || types(form.path("type")).anyMatch("object"::equals);
    }

    private static Stream<String> types(JsonNode type) {
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText)
                : Stream.of(type.asText());
    }
}
