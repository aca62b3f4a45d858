package dev.capy.bench.rival;

import static org.mockserver.model.HttpRequest.request;
import static org.mockserver.model.HttpResponse.response;

import org.mockserver.integration.ClientAndServer;

/** A server of MockServer with one canned answer. */
final class MockServerCycle implements Runnable {

    @Override
    public void run() {
        try (ClientAndServer server = ClientAndServer.startClientAndServer(0)) {
            server.when(request().withPath(Question.PATH))
                    .respond(response().withStatusCode(200).withBody("{}"));
            Question.ask(server.getPort(), "token");
        }
    }
}
