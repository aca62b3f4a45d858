package dev.capy.server.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.capy.core.kernel.error.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Shorthand of these tests: JSON with single quotes, editions from YAML, violations as lines. */
final class Bodies {

    static final Edition EDITION = Edition.load("capy-2026-06");

    private Bodies() {}

    static Operation operation(String id) {
        return EDITION.operation(id).orElseThrow();
    }

    /** An edition with one operation, {@code POST /things}, whose body and answer have this schema. */
    static Operation operationOf(String schema) {
        String document = """
                openapi: 3.1.0
                paths:
                  /things:
                    post:
                      operationId: makeThing
                      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                      responses:
                        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                components:
                  schemas:
                    Thing:
                """ + schema.indent(6);
        return edition(document).operation("makeThing").orElseThrow();
    }

    static Edition edition(String yaml) {
        try {
            return new Edition("test", new OpenApiDocument(new YAMLMapper().readTree(yaml)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** The violations that a body meets with, as "path: message". */
    static List<String> refusals(Operation operation, String body) {
        return refusals(() -> operation.readBody(bytes(body)));
    }

    static List<String> refusals(ThrowingCallable call) {
        Invalid invalid = catchThrowableOfType(Invalid.class, call);
        return invalid.violations().stream().map(Object::toString).toList();
    }
}
