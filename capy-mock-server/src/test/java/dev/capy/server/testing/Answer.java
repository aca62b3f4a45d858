package dev.capy.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers the headers, by name in lower case; several values joined by a comma
 * @param text the body
 */
public record Answer(int status, Map<String, String> headers, String text) {

    public JsonNode json() {
        return Json.parse(text);
    }

    /** The body of a success. */
    public JsonNode ok() {
        assertThat(status).as("status of %s", text).isEqualTo(200);
        return json();
    }

    /** What an answer of Capx with this status is about. */
    public JsonNode data(int expected) {
        assertThat(status).as("status of %s", text).isEqualTo(expected);
        return json().path("data");
    }

    /** What a success of Capx is about. */
    public JsonNode data() {
        assertThat(status).as("status of %s", text).isBetween(200, 299);
        return json().path("data");
    }

    /** The fields that a refusal of Capx names, as "field: message". */
    public List<String> fields() {
        return StreamSupport.stream(json().at("/error/fields").spliterator(), false)
                .map(field -> field.path("field").asText() + ": "
                        + field.path("message").asText())
                .toList();
    }

    /** This answer, known to be a refusal with this status and code. */
    public Answer refused(int expected, String code) {
        assertThat(status).as("status of %s", text).isEqualTo(expected);
        assertThat(json().at("/error/code").asText()).isEqualTo(code);
        return this;
    }

    /** This answer, known to be a 422. */
    public Answer invalid() {
        return refused(422, "validation_error");
    }

    /** The sentence of a refusal. */
    public String message() {
        return json().at("/error/message").asText();
    }

    /** The violations that a refusal names, as "path: message". */
    public List<String> violations() {
        return StreamSupport.stream(json().at("/error/details").spliterator(), false)
                .map(violation -> violation.path("path").asText() + ": "
                        + violation.path("message").asText())
                .toList();
    }

    /** Where the violations are that a refusal names. */
    public List<String> paths() {
        return StreamSupport.stream(json().at("/error/details").spliterator(), false)
                .map(violation -> violation.path("path").asText())
                .toList();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
