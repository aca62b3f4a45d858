package dev.capy.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Editions;
import dev.capy.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SecretsTest {

    @SuppressWarnings("unused")
    private static final List<String> EDITIONS = Editions.NAMES;

    /** Names of properties whose values are secrets wherever the documents have them. */
    private static final Set<String> SECRET_NAMES =
            Set.of("webhookSecret", "webhookUrl", "storageState", "token", "variables");

    @ParameterizedTest
    @FieldSource("EDITIONS")
    void coverEveryOperationWhoseDocumentSpeaksOfOne(String edition) {
        JsonNode document = Editions.load(edition).document();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                Set<String> names = new TreeSet<>();
                collect(document, operation, names, new TreeSet<>());
                names.retainAll(SECRET_NAMES);
                String id = operation.path("operationId").asText();
                if (!id.isEmpty() && !names.isEmpty() && !id.equals("listPersonalEnvironmentVariables")) {
                    assertThat(Secrets.inBody(id, bytes("no json")))
                            .as("%s has %s", id, names)
                            .isEqualTo("[redacted]");
                }
            }
        }
    }

    private static void collect(JsonNode document, JsonNode node, Set<String> names, Set<String> seen) {
        String reference = node.path("$ref").asText();
        if (!reference.isEmpty() && seen.add(reference)) {
            collect(document, document.at(reference.substring(1)), names, seen);
        }
        node.path("properties").fieldNames().forEachRemaining(names::add);
        node.forEach(child -> collect(document, child, names, seen));
    }

    @Test
    void areReplacedInBodies() {
        assertThat(shown("upsertPersonalEnvironmentVariables", "{'variables':[{'name':'A','value':'hush'}]}"))
                .isEqualTo("{'variables':[{'name':'A','value':'[redacted]'}]}");
        assertThat(shown("createBrowserSnapshot", "{'storageState':{'cookies':[{'name':'sid','value':'hush'}]}}"))
                .doesNotContain("hush")
                .contains("sid");
        assertThat(shown("getBrowserSnapshot", "{'storageState':{'origins':[{'localStorage':[{'value':'hush'}]}]}}"))
                .doesNotContain("hush");
        assertThat(shown("listAutomations", "{'items':[{'webhookUrl':'hush'},{'webhookUrl':null}]}"))
                .isEqualTo("{'items':[{'webhookUrl':'[redacted]'},{'webhookUrl':null}]}");
        assertThat(shown("getThreadSessionToken", "{'token':'hush'}")).doesNotContain("hush");
    }

    @Test
    void areReplacedEverywhereWhenNobodyKnowsTheOperation() {
        assertThat(Secrets.inBody(null, bytes("{\"webhookSecret\":\"hush\",\"token\":\"hush\"}")))
                .doesNotContain("hush");
        assertThat(Secrets.inBody(null, bytes("{\"webhookSecret\":\"hush\""))).isEqualTo("[redacted]");
    }

    @Test
    void areReplacedInHeadersAndPaths() {
        assertThat(Secrets.inHeaders(Map.of(
                        "authorization",
                        List.of("Bearer hush"),
                        "Cookie",
                        List.of("sid=hush; a=b"),
                        "Accept",
                        List.of("*/*"))))
                .isEqualTo(Map.of(
                        "authorization",
                        List.of("Bearer [redacted]"),
                        "Cookie",
                        List.of("[redacted]"),
                        "Accept",
                        List.of("*/*")));
        assertThat(Secrets.inPath("/api/webhooks/automations/trigger/hush")).doesNotContain("hush");
    }

    @Test
    void otherBodiesStayAsTheyWereSent() {
        assertThat(Secrets.inBody("createAndStartThread", bytes("{ \"prompt\" :\"x\"")))
                .isEqualTo("{ \"prompt\" :\"x\"");
    }

    @Test
    void neverShowInTheJournalOfAServer() {
        try (TestServer server = TestServer.manual()) {
            server.api()
                    .put(
                            "/v1/projects/proj_demo/environment-variables/personal",
                            "{\"variables\": [{\"name\": \"A\", \"value\": \"hush\"}]}");
            server.api()
                    .request("GET", "/v1/models")
                    .header("Cookie", "sid=hush")
                    .send();
            server.raw()
                    .send(
                            "POST /api/webhooks/automations/trigger/hush HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(server.control().get("/requests").text())
                    .doesNotContain("hush")
                    .doesNotContain("Bearer capy_demo")
                    .contains("[redacted]");
            assertThat(server.control().get("/requests.har").text()).doesNotContain("hush");
        }
    }

    private static String shown(String operation, String quoted) {
        return Secrets.inBody(operation, bytes(quoted.replace('\'', '"'))).replace('"', '\'');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void nameOperationsThatThereAre() {
        for (String operation : List.of("getBrowserSnapshot", "verifySession", "updateAutomation")) {
            assertThat(Edition.load("capy-2026-06").operation(operation)).isPresent();
        }
    }
}
