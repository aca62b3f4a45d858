package dev.capy.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every schema of an edition in one document of our own, where the validator finds them: the components under their
 * usual names, and each operation's path, query, body and answers under {@code operations}. Thread-safe.
 */
final class Schemas {

    private final OpenApiDocument source;
    private final String iri;
    private final JsonNode document;
    private final Plans plans;
    private final Lazy<SchemaRegistry> registry;

    private Schemas(String name, OpenApiDocument source, JsonNode document) {
        this.source = source;
        this.iri = "urn:capy:" + name;
        this.document = document;
        this.plans = new Plans(document);
        this.registry = new Lazy<>(() -> registry(iri, document));
    }

    private static SchemaRegistry registry(String iri, JsonNode document) {
        Dialect dialect = Dialect.builder("urn:capy:dialect", Dialects.getOpenApi31())
                .unknownKeywordFactory((name, value) -> new NonValidationKeyword(name))
                .formats(TextFormat.all())
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_PATH)
                .regularExpressionFactory(BoundedPattern::new)
                .build();
        return SchemaRegistry.withDefaultDialect(
                dialect, b -> b.schemaRegistryConfig(config).schemas(Map.of(iri, document.toString())));
    }

    static Schemas of(String name, OpenApiDocument source, List<Declaration> declarations) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("components", source.components());
        ObjectNode operations = document.putObject("operations");
        for (Declaration declaration : declarations) {
            ObjectNode parts = operations.putObject(declaration.id());
            parts.set("path", Parameters.schema(declaration, "path"));
            parts.set("query", Parameters.schema(declaration, "query"));
            if (declaration.body() != null) {
                parts.set("body", declaration.body());
            }
            declaration.answers().forEach((status, schema) -> parts.set(String.valueOf(status), schema));
        }
        return new Schemas(name, source, Nullables.folded(document));
    }

    /** The schema itself, or what its {@code $ref} leads to. */
    JsonNode resolved(JsonNode schema) {
        return source.resolve(schema);
    }

    /** The schema of one part of an operation, compiled at its first use. */
    Shape shape(String operation, String part) {
        String pointer = "/operations/" + operation + "/" + part;
        return new Shape(
                new Lazy<>(() -> plans.of(document.at(pointer))),
                new Lazy<>(() -> compiled(iri + "#" + pointer)),
                new Messages(document));
    }

    /** One at a time: schemas share what they refer to, and the validator fills it in as it goes. */
    private synchronized Schema compiled(String location) {
        Schema schema = registry.get().getSchema(SchemaLocation.of(location));
        schema.initializeValidators();
        return schema;
    }
}
