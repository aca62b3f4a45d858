package dev.capy.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What holds for every answer of Capx, whatever was asked. */
final class CapxPromises {

    static final String EDITION = "capx-v1";

    private CapxPromises() {}

    static void check(Answer answer) {
        JsonNode json = answer.json();
        if (json.has("openapi")) {
            return;
        }
        assertThat(answer.header("x-request-id"))
                .as(answer.text())
                .hasValue(json.at("/meta/request_id").asText());
        assertThat(answer.header("x-request-id").orElseThrow()).matches("req_[0-9a-f]+");
        for (String name : List.of("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")) {
            assertThat(answer.header(name).orElse("none")).as(name).matches("[0-9]+");
        }
        assertThat(json.path("success").booleanValue()).isEqualTo(answer.status() < 300);
        if (answer.status() >= 300) {
            checkRefusal(answer, json);
        }
    }

    private static void checkRefusal(Answer answer, JsonNode json) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.text()).doesNotContainPattern("(?i)<html|exception|\\bat [a-z]+\\.|java[.x]|jetty|javalin");
        assertThat(json.propertyStream().map(Map.Entry::getKey)).containsExactly("success", "error", "meta");
        JsonNode error = json.get("error");
        assertThat(error.path("code").textValue()).matches("[a-z_]+");
        assertThat(error.path("message").textValue()).isNotBlank();
        assertThat(error.path("docs").textValue()).startsWith("https://");
        for (JsonNode field : error.path("fields")) {
            assertThat(field.path("field").textValue()).isNotBlank().doesNotStartWith("$");
            assertThat(field.path("message").textValue()).isNotBlank();
        }
    }
}
