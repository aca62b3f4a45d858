package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.ChildJvm;
import dev.capy.server.testing.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program writes on standard error. */
class LogTest {

    @Test
    void isOneJsonObjectALineAndShowsNoSecrets() throws Exception {
        List<JsonNode> lines = log("--log-format", "json", "--log-level", "info", "--access-log").stream()
                .map(Json::parse)
                .toList();

        assertThat(lines)
                .extracting(line -> line.path("message").asText())
                .startsWith("started")
                .endsWith("stopped")
                .containsExactlyInAnyOrder("started", "request", "request", "stopping", "stopped");
        assertThat(lines).allSatisfy(line -> {
            assertThat(Instant.parse(line.path("timestamp").asText())).isAfter("2026-01-01T00:00:00Z");
            assertThat(line.path("level").asText()).isEqualTo("info");
            assertThat(line.path("thread").asText()).isNotEmpty();
        });
        JsonNode request = lineOf(lines, "/api/v1/projects");
        assertThat(request.path("logger").asText()).isEqualTo("capy.access");
        assertThat(request.path("method").asText()).isEqualTo("GET");
        assertThat(request.path("operation").asText()).isEqualTo("listProjects");
        assertThat(request.path("status").asInt()).isEqualTo(200);
        assertThat(request.path("milliseconds").isIntegralNumber()).isTrue();
        assertThat(request.path("requestId").asText()).startsWith("req_");
        assertThat(request.path("world").asText()).isEqualTo("default");
        assertThat(lineOf(lines, "/api/webhooks/automations/trigger/[redacted]")
                        .path("status")
                        .asInt())
                .isEqualTo(405);
    }

    @Test
    void isTextUnlessToldOtherwiseAndHasRequestsWhereTheyAreAskedFor() throws Exception {
        List<String> lines = log("--access-log");

        assertThat(lines).hasSize(2);
        assertThat(lines)
                .anyMatch(line -> line.matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}.* INFO capy\\.access - method=GET"
                                + " path=/api/v1/projects operation=listProjects status=200 .*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--log-format=xml | Invalid value for option '--log-format': expected one of [TEXT, JSON] (case-insensitive) but was 'xml'",
                "--log-level=loud | Invalid value for option '--log-level': expected one of [ERROR, WARN, INFO, DEBUG, TRACE] (case-insensitive) but was 'loud'"
            })
    void refusesWhatItDoesNotKnow(String option, String sentence) {
        Cli refused = Cli.run(option);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip()).isEqualTo(sentence);
    }

    /** Lines stand in the order in which requests are over, which is after their answers. */
    private static JsonNode lineOf(List<JsonNode> lines, String path) {
        return lines.stream()
                .filter(line -> line.path("path").asText().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** What a server logs that is asked two things, one of them with a secret in its path and its query. */
    private static List<String> log(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--port", "0", "--clock", "manual"));
        all.addAll(List.of(options));
        try (ChildJvm program = ChildJvm.start(List.of(), Main.class, all.toArray(String[]::new))) {
            String origin = program.line().replaceFirst(".* ", "");
            get(origin + "/api/v1/projects?key=s3cret");
            get(origin + "/api/webhooks/automations/trigger/s3cret?key=s3cret");
            program.terminate();
            assertThat(program.exitCode()).isEqualTo(143);
            String err = program.err();
            assertThat(err).doesNotContain("s3cret", "capy_demo");
            return err.lines().toList();
        }
    }

    private static void get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer capy_demo")
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
}
