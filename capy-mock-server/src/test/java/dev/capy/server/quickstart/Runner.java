package dev.capy.server.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.CurlLine;
import dev.capy.server.testing.Exchange;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Who sends the lines of a manual. */
enum Runner {

    /** Java's client, for machines that have no curl; checks the answer against its document. */
    JAVA {
        @Override
        JsonNode run(TestServer server, String command) {
            CurlLine line = CurlLine.parse(command);
            assertThat(line.url()).startsWith(server.server().baseUri().toString());
            String path =
                    line.url().substring(server.server().baseUri().toString().length());
            Exchange exchange = server.anonymous().request(line.method(), path);
            line.headers().forEach(exchange::header);
            return exchange.body(BodyPublishers.ofString(line.body())).send().ok();
        }
    },

    /** The line itself, in a shell. */
    CURL {
        @Override
        JsonNode run(TestServer server, String command) {
            assumeTrue(isInstalled(), "curl is not installed here");
            try {
                Process process = new ProcessBuilder("sh", "-c", command.replaceFirst("^curl", "curl -sS --fail"))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(out).isZero();
                return Json.parse(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    };

    /** Sends a line of a manual and reads the success that comes back. */
    abstract JsonNode run(TestServer server, String command);

    private static boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .anyMatch(directory -> new File(directory, "curl").canExecute());
    }
}
