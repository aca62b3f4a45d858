package dev.capy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.CapyServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The README's example of the server inside a test. */
class EmbeddedServerTest {

    // README
    @Test
    void aClientThatPollsSeesTheThreadBecomeReady() throws Exception {
        CapyWorld world = CapyWorld.builder().seed(42).clock(ClockMode.ON_POLL).build();
        try (CapyServer server = CapyServer.start(world)) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest.Builder request = HttpRequest.newBuilder()
                    .header("Authorization", "Bearer " + server.token())
                    .header("Content-Type", "application/json");

            HttpResponse<String> created = client.send(
                    request.uri(URI.create(server.baseUri() + "/v1/threads"))
                            .POST(BodyPublishers.ofString(
                                    "{\"projectId\":\"proj_demo\",\"prompt\":\"Add a login page.\"}"))
                            .build(),
                    BodyHandlers.ofString());
            String id = created.body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");

            HttpRequest poll = request.uri(URI.create(server.baseUri() + "/v1/threads/" + id))
                    .GET()
                    .build();
            String thread;
            do {
                thread = client.send(poll, BodyHandlers.ofString()).body(); // each poll moves time to what happens next
            } while (!thread.contains("\"runState\":\"ready\""));

            assertThat(thread).contains("\"identifier\":\"DEMO-1\"");
        }
    }
    // README
}
