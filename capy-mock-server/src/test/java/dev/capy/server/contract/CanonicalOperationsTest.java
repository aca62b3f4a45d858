package dev.capy.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison with the published documents sees what matters, and nothing else. */
class CanonicalOperationsTest {

    private static final String DOCUMENT = """
            security: [{bearerAuth: []}]
            paths:
              /things/{id}:
                post:
                  operationId: makeThing
                  tags: [things]
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: page, in: query, schema: {type: integer, minimum: 1, default: 1}}
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                    '404': {}
            components:
              schemas:
                Thing:
                  type: object
                  additionalProperties: false
                  required: [kind, size]
                  properties:
                    kind: {type: string, enum: [a, b]}
                    size: {anyOf: [{type: integer, maximum: 9}, {type: 'null'}]}
                    form: {oneOf: [{type: string, const: x}, {type: array, maxItems: 2, items: {type: string}}]}
                    more: {type: object, additionalProperties: {type: number}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/things/{id}: | /things/{name}:",
                "tags: [things] | tags: [items]",
                "in: path, required: true | in: path",
                "name: page | name: pages",
                "minimum: 1 | minimum: 0",
                "default: 1 | default: 2",
                "requestBody: {required: true, | requestBody: {",
                "application/json: | text/json:",
                "'404': | '409':",
                "additionalProperties: false | additionalProperties: true",
                "required: [kind, size] | required: [kind]",
                "enum: [a, b] | enum: [a, b, c]",
                "enum: [a, b] | enum: [a, c]",
                "anyOf: [{type: integer, maximum: 9}, {type: 'null'}] | type: integer, maximum: 9",
                "maximum: 9 | maximum: 10",
                "const: x | const: y",
                "maxItems: 2, | minItems: 2,",
                "items: {type: string} | items: {type: number}",
                "oneOf: | anyOf:",
                "additionalProperties: {type: number} | additionalProperties: {type: integer}",
                "more: {type: object | most: {type: object",
            })
    void seeWhatAClientCouldNotice(String part, String change) {
        assertThat(DOCUMENT).contains(part);
        assertThat(differences(DOCUMENT.replace(part, change))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "kind: {type: string | kind: {description: Of what kind., type: string",
                "required: [kind, size] | required: [size, kind]",
                "anyOf: [{type: integer, maximum: 9}, {type: 'null'}] | type: [integer, 'null'], maximum: 9",
                "more: {type: object | more: {title: More, type: object",
            })
    void overlookWhatSaysTheSame(String part, String change) {
        assertThat(DOCUMENT).contains(part);
        assertThat(differences(DOCUMENT.replace(part, change))).isEmpty();
    }

    private static Map<String, String> differences(String changed) {
        return Conformance.of("test", document(changed), document(DOCUMENT), List.of())
                .differences();
    }

    private static OpenApiDocument document(String yaml) {
        try {
            JsonNode root = new YAMLMapper().readTree(yaml);
            return new OpenApiDocument(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
