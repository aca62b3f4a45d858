package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An OpenAPI 3.1 document and the references inside it. Thread-safe as long as nobody changes {@link #root()}. */
record OpenApiDocument(JsonNode root) {

    private static final String JSON = ".json";
    private static final String YAML = ".yaml";
    private static final int OK = 200;

    private static final Pattern STATUS = Pattern.compile("[1-5][0-9][0-9]");

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /**
     * The document of this name: as JSON, which the build makes of it, or where there is none, as the YAML that it is
     * written in.
     *
     * @throws IllegalArgumentException if there is neither
     */
    static OpenApiDocument read(String name) {
        Optional<OpenApiDocument> json = isStale(name) ? Optional.empty() : read(name, JSON, JsonMapper::new);
        return json.or(() -> read(name, YAML, YAMLMapper::new))
                .orElseThrow(() -> new IllegalArgumentException("There is no edition " + name));
    }

    /**
     * Whether the JSON was made of an earlier YAML: in a directory of classes a part of a build can leave them so. A jar
     * holds what was made together.
     */
    private static boolean isStale(String name) {
        Optional<Path> json = file(name, JSON);
        Optional<Path> yaml = file(name, YAML);
        return json.isPresent() && yaml.isPresent() && isOlder(json.get(), yaml.get());
    }

    private static Optional<Path> file(String name, String form) {
        URL place = OpenApiDocument.class.getResource("/openapi/" + name + form);
        return place == null || !place.getProtocol().equals("file")
                ? Optional.empty()
                : Optional.of(Path.of(URI.create(place.toString())));
    }

    static boolean isOlder(Path one, Path other) {
        try {
            return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document in one of its forms; empty if it is not there. */
    static Optional<OpenApiDocument> read(String name, String form, Supplier<? extends ObjectMapper> mapper) {
        try (InputStream text = OpenApiDocument.class.getResourceAsStream("/openapi/" + name + form)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new OpenApiDocument(mapper.get().readTree(text)));
        } catch (IOException e) {
            throw new UncheckedIOException("The document of the edition " + name + " cannot be read", e);
        }
    }

    JsonNode components() {
        return root.path("components");
    }

    /** The node itself, or what its {@code $ref} leads to. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        for (JsonNode reference = node.get("$ref"); reference != null; reference = found.get("$ref")) {
            found = root.at(reference.asText().substring(1));
            if (found.isMissingNode()) {
                throw new IllegalStateException("The reference " + reference.asText() + " leads nowhere");
            }
        }
        return found;
    }

    List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
                if (METHODS.contains(entry.getKey())) {
                    declarations.add(declaration(path.getKey(), path.getValue(), entry.getKey(), entry.getValue()));
                }
            }
        }
        return declarations;
    }

    private Declaration declaration(String path, JsonNode shared, String method, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        shared.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        operation.path("parameters").forEach(parameter -> parameters.add(resolve(parameter)));
        JsonNode body = resolve(operation.path("requestBody"));
        return new Declaration(
                id(path, operation),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("tags").path(0).asText(),
                operation.path("deprecated").asBoolean(),
                List.copyOf(parameters),
                schema(body),
                body.path("required").asBoolean(),
                success(operation.path("responses")),
                answers(operation.path("responses")),
                extensions(operation));
    }

    private static int success(JsonNode responses) {
        return responses.properties().stream()
                .mapToInt(response -> status(response.getKey()))
                .min()
                .orElse(OK);
    }

    private static SortedMap<String, JsonNode> extensions(JsonNode operation) {
        SortedMap<String, JsonNode> extensions = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : operation.properties()) {
            if (entry.getKey().startsWith("x-")) {
                extensions.put(entry.getKey(), entry.getValue());
            }
        }
        return extensions;
    }

    private SortedMap<Integer, JsonNode> answers(JsonNode responses) {
        SortedMap<Integer, JsonNode> answers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            JsonNode schema = schema(resolve(response.getValue()));
            if (schema != null) {
                answers.put(status(response.getKey()), schema);
            }
        }
        return answers;
    }

    private static String id(String path, JsonNode operation) {
        if (!operation.path("operationId").isTextual()) {
            throw new IllegalStateException("An operation of " + path + " has no operationId");
        }
        return operation.path("operationId").asText();
    }

    private static Integer status(String status) {
        if (!STATUS.matcher(status).matches()) {
            throw new IllegalStateException("An answer has no status but " + status);
        }
        return Integer.valueOf(status);
    }

    private static @Nullable JsonNode schema(JsonNode holder) {
        return holder.path("content").path("application/json").get("schema");
    }
}
