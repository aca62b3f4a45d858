package dev.capy.examples;

import static dev.capy.server.fault.Effect.status;
import static dev.capy.server.verify.Count.times;
import static dev.capy.server.verify.Match.containing;
import static dev.capy.server.verify.RequestPattern.operation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.server.CapyServer;
import dev.capy.server.fault.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The README's example of faults and verification. */
class UnluckyServerTest {

    // README
    @Test
    void aClientAsksAgainWhenTheServerIsBusy() throws Exception {
        try (CapyServer server = CapyServer.start(CapyWorld.builder().seed(42).build())) {
            server.faults()
                    .add(Fault.when(operation("createAndStartThread")).nth(1).then(status(503)));

            new StubbornClient(server.baseUri(), server.token()).startThread("We need a login page.");

            server.verify(operation("createAndStartThread").withJson("$.prompt", containing("login")), times(2))
                    .within(Duration.ofSeconds(5));
            server.lint().requireClean();
        }
    }
    // README

    /** What is tested. */
    private record StubbornClient(URI api, String token) {

        void startThread(String prompt) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/v1/threads"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"projectId\":\"proj_demo\",\"prompt\":\"" + prompt + "\"}"))
                    .build();
            int status;
            do {
                status = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode();
            } while (status == 503);
            assertThat(status).isEqualTo(200);
        }
    }
}
