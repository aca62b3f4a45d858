package dev.capy.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An edition's document as the fuzz test reads it: by itself, without the code that it tests. Thread-safe. */
final class Spec {

    private final Edition edition;
    private final JsonNode root;

    private Spec(Edition edition) {
        this.edition = edition;
        this.root = edition.document();
    }

    static Spec of(String edition) {
        return new Spec(Edition.load("capy-" + edition));
    }

    static Spec ofCapx() {
        return new Spec(Edition.load("capx-v1"));
    }

    static Spec ofControl() {
        return new Spec(Edition.load("control"));
    }

    /** The node itself, or what its reference leads to. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = root.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }

    /** Every operation, in the order of the document. */
    List<Target> targets() {
        return edition.operations().stream().map(this::target).toList();
    }

    private Target target(Operation operation) {
        JsonNode path = root.path("paths").path(operation.path());
        JsonNode declared = path.path(operation.method().toLowerCase(Locale.ROOT));
        List<JsonNode> query = new ArrayList<>();
        List<JsonNode> inPath = new ArrayList<>();
        for (JsonNode list : List.of(path.path("parameters"), declared.path("parameters"))) {
            list.forEach(entry -> {
                JsonNode parameter = resolve(entry);
                switch (parameter.path("in").asText()) {
                    case "path" -> inPath.add(parameter);
                    case "query" -> query.add(parameter);
                    default -> {} // headers are what clients of a kind send
                }
            });
        }
        JsonNode body = resolve(declared.path("requestBody"));
        return new Target(
                operation.id(),
                operation.method(),
                operation.path(),
                List.copyOf(inPath),
                List.copyOf(query),
                body.path("content").path("application/json").path("schema"),
                body.path("required").asBoolean());
    }

    /**
     * An operation.
     *
     * @param path below the server's url, its parameters in braces
     * @param body the schema of its body; a missing node if it takes none
     */
    record Target(
            String id,
            String method,
            String path,
            List<JsonNode> pathParameters,
            List<JsonNode> query,
            JsonNode body,
            boolean bodyRequired) {

        boolean hasBody() {
            return !body.isMissingNode();
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
