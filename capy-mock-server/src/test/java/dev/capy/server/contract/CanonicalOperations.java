package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operations of a document with everything about them that a client can notice. */
final class CanonicalOperations {

    private final OpenApiDocument document;
    private final CanonicalSchema schemas;

    private CanonicalOperations(OpenApiDocument document) {
        this.document = document;
        this.schemas = new CanonicalSchema(document);
    }

    static Map<String, JsonNode> of(OpenApiDocument document) {
        return new CanonicalOperations(document).all();
    }

    /** Where two values differ, each place with both sides. */
    static Map<String, String> differences(String path, JsonNode ours, JsonNode theirs) {
        Map<String, String> differences = new TreeMap<>();
        if (ours.isObject() && theirs.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            ours.fieldNames().forEachRemaining(names::add);
            theirs.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                differences.putAll(differences(path + "/" + name, ours.path(name), theirs.path(name)));
            }
        } else if (ours.isArray() && ours.size() == theirs.size()) {
            for (int i = 0; i < ours.size(); i++) {
                differences.putAll(differences(path + "/" + i, ours.path(i), theirs.path(i)));
            }
        } else if (!ours.equals(theirs)) {
            differences.put(path, "ours " + ours + ", theirs " + theirs);
        }
        return differences;
    }

    private Map<String, JsonNode> all() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.root().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().has("operationId")) {
                    operations.put(
                            method.getValue().path("operationId").asText(),
                            operation(path.getKey(), path.getValue(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private JsonNode operation(String path, JsonNode shared, String method, JsonNode operation) {
        ObjectNode canonical = JsonNodeFactory.instance.objectNode();
        canonical.put("route", method.toUpperCase(Locale.ROOT) + " " + path);
        canonical.set("tags", operation.path("tags"));
        canonical.set(
                "security",
                operation.has("security")
                        ? operation.path("security")
                        : document.root().path("security"));
        List<JsonNode> parameters = new ArrayList<>();
        shared.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        ObjectNode canonicalParameters = canonical.putObject("parameters");
        parameters.forEach(parameter -> add(canonicalParameters, document.resolve(parameter)));
        if (operation.has("requestBody")) {
            JsonNode body = document.resolve(operation.path("requestBody"));
            ObjectNode canonicalBody = canonical.putObject("body");
            canonicalBody.put("required", body.path("required").asBoolean());
            canonicalBody.set("content", content(body));
        }
        ObjectNode responses = canonical.putObject("responses");
        operation
                .path("responses")
                .properties()
                .forEach(response -> responses.set(response.getKey(), content(document.resolve(response.getValue()))));
        return canonical;
    }

    private void add(ObjectNode parameters, JsonNode parameter) {
        ObjectNode canonical = parameters.putObject(
                parameter.path("in").asText() + " " + parameter.path("name").asText());
        canonical.put("required", parameter.path("required").asBoolean());
        canonical.set("schema", schemas.of(parameter.path("schema")));
    }

    private ObjectNode content(JsonNode holder) {
        ObjectNode canonical = JsonNodeFactory.instance.objectNode();
        holder.path("content")
                .properties()
                .forEach(type ->
                        canonical.set(type.getKey(), schemas.of(type.getValue().path("schema"))));
        return canonical;
    }
}
