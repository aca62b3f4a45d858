package dev.capy.server.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.CurlLine;
import dev.capy.server.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's curl lines do what they say. */
class ReadmeCurlTest {

    private static final Path README = Path.of("").toAbsolutePath().getParent().resolve("README.md");
    private static final Pattern CURL = Pattern.compile("(?m)^curl (?:.*\\\\\\R)*.*$");

    @Test
    void areAnsweredInTheirOrder() throws Exception {
        List<String> lines = curlLines();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
        try (TestServer server = TestServer.onPoll()) {
            for (String line : lines) {
                assertThat(status(CurlLine.parse(line), server)).as(line).isEqualTo(200);
            }
        }
    }

    private static List<String> curlLines() throws IOException {
        return CURL.matcher(Files.readString(README))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static int status(CurlLine line, TestServer server) throws Exception {
        String url = line.url().replace("http://127.0.0.1:8080", server.server().origin());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(line.method(), BodyPublishers.ofString(line.body()));
        line.headers().forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .statusCode();
    }
}
