package dev.capy.server.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.fixture.Fixture;
import dev.capy.server.fixture.FixtureFile;
import dev.capy.server.testing.CurlLine;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's curl lines do what they say, in the world of its script, and are answered as it shows. */
class ReadmeCurlTest {

    private static final Path README = Path.of("").toAbsolutePath().getParent().resolve("README.md");
    private static final Pattern SCRIPT = Pattern.compile("<!-- login\\.yaml -->\\R```yaml\\R(.*?)```", Pattern.DOTALL);

    /** A command line, or what the one before it is answered. */
    private static final Pattern PIECE =
            Pattern.compile("(?m)^curl (?:.*\\\\\\R)*.*$|(?s:```json\\R(?<answer>.*?)```)");

    @Test
    void areAnsweredInTheirOrder() throws Exception {
        List<MatchResult> pieces =
                PIECE.matcher(Files.readString(README)).results().toList();
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(12);
        Fixture scripted = FixtureFile.parse("login.yaml", script());
        try (TestServer server = TestServer.of(world -> world.fixture(scripted))) {
            String last = "";
            for (MatchResult piece : pieces) {
                if (piece.group(1) == null) {
                    last = answer(CurlLine.parse(piece.group()), server);
                } else {
                    assertThatItShows(Json.parse(last), Json.parse(piece.group(1)), "$");
                }
            }
        }
    }

    @Test
    void theScriptIsShort() throws Exception {
        assertThat(script().lines()).hasSizeLessThanOrEqualTo(12);
    }

    private static String script() throws IOException {
        Matcher script = SCRIPT.matcher(Files.readString(README));
        assertThat(script.find()).as("the README has login.yaml").isTrue();
        return script.group(1);
    }

    private static String answer(CurlLine line, TestServer server) throws Exception {
        String url = line.url().replace("http://127.0.0.1:8080", server.server().origin());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(line.method(), BodyPublishers.ofString(line.body()));
        line.headers().forEach(request::header);
        HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as("%s: %s", line, response.body()).isIn(200, 201);
        return response.body();
    }

    /** What the README leaves out of objects is not looked at. */
    private static void assertThatItShows(JsonNode answer, JsonNode shown, String path) {
        if (shown.isObject()) {
            shown.fieldNames()
                    .forEachRemaining(name -> assertThatItShows(answer.path(name), shown.get(name), path + "." + name));
        } else if (shown.isArray()) {
            assertThat(answer).as(path).hasSameSizeAs(shown);
            for (int i = 0; i < shown.size(); i++) {
                assertThatItShows(answer.get(i), shown.get(i), path + "[" + i + "]");
            }
        } else {
            assertThat(answer).as(path).isEqualTo(shown);
        }
    }
}
