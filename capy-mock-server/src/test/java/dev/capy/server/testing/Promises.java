package dev.capy.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Route;
import java.util.List;
import java.util.Set;

/** What holds for every answer, whatever was asked. */
final class Promises {

    private static final Set<String> ENVELOPE = Set.of("code", "message", "details");

    private Promises() {}

    /**
     * Checks an answer with a body.
     *
     * @param path below the server's url of {@code edition}, without the query
     */
    static void check(Edition edition, String method, String path, Answer answer) {
        assertThat(answer.header("content-type")).as(answer.text()).hasValue("application/json");
        if (edition.name().equals(CapxPromises.EDITION)) {
            CapxPromises.check(answer);
        } else if (answer.status() != 200) {
            checkRefusal(answer);
        }
        if (edition.route(method, path) instanceof Route.Found found) {
            assertThat(found.operation().check(answer.status(), answer.json()))
                    .as("%s answered %s", found.operation(), answer)
                    .isEmpty();
        }
    }

    /** Checks that a refusal has the envelope, is the caller's fault or goes by, and tells nothing of the program. */
    static void checkRefusal(Answer answer) {
        if (answer.header("retry-after").isEmpty()) {
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        } else {
            assertThat(answer.status()).as(answer.text()).isIn(429, 503);
        }
        assertThat(answer.text()).doesNotContainPattern("(?i)<html|exception|\\bat [a-z]+\\.|java[.x]|jetty|javalin");
        JsonNode json = answer.json();
        assertThat(names(json)).containsExactly("error");
        JsonNode error = json.get("error");
        assertThat(ENVELOPE).containsAll(names(error));
        assertThat(error.path("code").textValue()).matches("[a-z_]+");
        assertThat(error.path("message").textValue()).isNotBlank();
        for (JsonNode violation : error.path("details")) {
            assertThat(names(violation)).containsExactly("path", "message");
            assertThat(violation.path("path").textValue()).startsWith("$");
            assertThat(violation.path("message").textValue()).isNotBlank();
        }
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }
}
